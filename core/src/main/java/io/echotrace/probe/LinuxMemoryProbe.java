package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.io.File;
import java.util.Arrays;
import java.util.List;

/**
 * Used and available memory: of the container where its limit is below the machine's memory, else of the machine, from
 * {@code /proc/meminfo}. With the first row, since the loudness follows it and should not have to move from a guess; then
 * every two seconds, since the kernel gathers a container's use anew for each reading.
 */
final class LinuxMemoryProbe implements Probe {
    private static final byte[] TOTAL = StopRing.ascii("MemTotal:");
    private static final byte[] AVAILABLE = StopRing.ascii("MemAvailable:");
    private static final long KIBI = 1 << 10;

    private final ProcFile meminfo;
    private final ContainerMemory container;
    private final AsciiCursor cursor = new AsciiCursor();
    private long totalBytes;
    private long availableBytes;
    private long nextNanos = Long.MIN_VALUE;

    /** @param proc the folder {@code /proc} */
    LinuxMemoryProbe(File proc, ContainerMemory container) {
        this.meminfo = new ProcFile(new File(proc, "meminfo"));
        this.container = container;
    }

    @Override
    public List<Metric> metrics() {
        return Arrays.asList(Metrics.SYSTEM_MEMORY, Metrics.SYSTEM_MEMORY_AVAILABLE);
    }

    @Override
    public void read(long nowNanos, Readings into) {
        if (nowNanos < nextNanos) {
            return;
        }
        nextNanos = nowNanos + Machine.PERIOD_NANOS;
        int length = meminfo.read();
        parse(meminfo.bytes(), length);
        if (container.read() && container.limitBytes() < totalBytes) {
            MemoryReport.report(container.limitBytes(), container.limitBytes() - container.usedBytes(), into);
        } else {
            MemoryReport.report(totalBytes, availableBytes, into);
        }
    }

    @Override
    public void close() {
        meminfo.close();
        container.close();
    }

    /** Takes over what the text says; the kernel's kB are 1024 bytes. */
    void parse(byte[] text, int length) {
        cursor.start(text, length);
        totalBytes = KIBI * cursor.numberAfter(TOTAL);
        availableBytes = KIBI * cursor.numberAfter(AVAILABLE);
        if (totalBytes <= 0 || availableBytes < 0) { // available memory is told since Linux 3.14
            throw new UnavailableException("/proc/meminfo does not tell available memory");
        }
    }

    /** Of the machine, at the last reading. */
    long totalBytes() {
        return totalBytes;
    }

    /** Of the machine, at the last reading. */
    long availableBytes() {
        return availableBytes;
    }
}
