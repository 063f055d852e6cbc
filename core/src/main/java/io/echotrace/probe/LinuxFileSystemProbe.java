package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/**
 * Used share of the fullest local file system, every ten seconds. Not from OSHI on Linux: it starts the program {@code
 * lsblk} for each reading, and an agent starts no programs in its host.
 */
final class LinuxFileSystemProbe implements Probe {
    private static final long PERIOD_NANOS = 10_000_000_000L;

    private final ProcFile mounts;

    /** @param proc the folder {@code /proc} */
    LinuxFileSystemProbe(File proc) {
        mounts = new ProcFile(new File(proc, "self/mounts"));
    }

    @Override
    public List<Metric> metrics() {
        return Collections.singletonList(Metrics.FILESYSTEM);
    }

    @Override
    public long periodNanos() {
        return PERIOD_NANOS;
    }

    @Override
    public void read(long nowNanos, Readings into) {
        int length = mounts.read();
        String text = new String(mounts.bytes(), 0, length, StandardCharsets.UTF_8);
        double fullest = Double.NaN;
        for (File place : LinuxMounts.local(text)) {
            double share = used(place.getTotalSpace(), place.getFreeSpace(), place.getUsableSpace());
            fullest = Double.isNaN(fullest) || share > fullest ? share : fullest;
        }
        if (Double.isNaN(fullest)) {
            throw new UnavailableException("no local file system");
        }
        into.value(Metrics.FILESYSTEM, fullest);
    }

    @Override
    public void close() {
        mounts.close();
    }

    /** Used space of what users may use, as {@code df} counts it; NaN for an empty file system. */
    static double used(long totalBytes, long freeBytes, long usableBytes) {
        long used = totalBytes - freeBytes;
        return used + usableBytes > 0 ? (double) used / (used + usableBytes) : Double.NaN;
    }
}
