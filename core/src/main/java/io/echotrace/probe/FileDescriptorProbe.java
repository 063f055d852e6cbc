package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.Arrays;
import java.util.List;

/** Open file descriptors, and their share of those allowed. Every two seconds: the JVM lists a folder to count them. */
final class FileDescriptorProbe implements Probe {
    private static final long PERIOD_NANOS = 2_000_000_000L;

    private final OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();

    @Override
    public List<Metric> metrics() {
        return Arrays.asList(Metrics.FILE_DESCRIPTORS, Metrics.FILE_DESCRIPTOR_UTILIZATION);
    }

    @Override
    public long periodNanos() {
        return PERIOD_NANOS;
    }

    @Override
    public void read(long nowNanos, Readings into) {
        if (!(system instanceof com.sun.management.UnixOperatingSystemMXBean)) {
            throw new UnavailableException("this system has no file descriptors, or this JVM does not count them");
        }
        com.sun.management.UnixOperatingSystemMXBean unix = (com.sun.management.UnixOperatingSystemMXBean) system;
        long open = unix.getOpenFileDescriptorCount();
        long allowed = unix.getMaxFileDescriptorCount();
        into.value(Metrics.FILE_DESCRIPTORS, (double) open);
        if (allowed > 0) {
            into.value(Metrics.FILE_DESCRIPTOR_UTILIZATION, (double) open / allowed);
        } else {
            into.unavailable(Metrics.FILE_DESCRIPTOR_UTILIZATION, "no limit of file descriptors");
        }
    }
}
