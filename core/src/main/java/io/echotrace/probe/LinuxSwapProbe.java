package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.io.File;
import java.util.Collections;
import java.util.List;

/**
 * Bytes swapped in and out per second, from {@code /proc/vmstat}; OSHI reads the same file with 120 KB of garbage. Every
 * two seconds.
 */
final class LinuxSwapProbe implements Probe {
    private static final byte[] IN = StopRing.ascii("pswpin ");
    private static final byte[] OUT = StopRing.ascii("pswpout ");
    /** Of x86-64, and of 64-bit ARM as it is nearly always built. */
    private static final long PAGE_BYTES = 4096;

    private final ProcFile vmstat;
    private final AsciiCursor cursor = new AsciiCursor();
    private final CounterWindow window = new CounterWindow(0, 1);

    /** @param proc the folder {@code /proc} */
    LinuxSwapProbe(File proc) {
        vmstat = new ProcFile(new File(proc, "vmstat"));
    }

    @Override
    public List<Metric> metrics() {
        return Collections.singletonList(Metrics.SYSTEM_SWAP_IO);
    }

    @Override
    public long periodNanos() {
        return Machine.PERIOD_NANOS;
    }

    @Override
    public void read(long nowNanos, Readings into) {
        int length = vmstat.read();
        window.add(nowNanos, swappedPages(vmstat.bytes(), length) * PAGE_BYTES);
        RateReport.report(Metrics.SYSTEM_SWAP_IO, window, 0, into);
    }

    @Override
    public void close() {
        vmstat.close();
    }

    /** Pages swapped in and out since the machine started. */
    long swappedPages(byte[] text, int length) {
        cursor.start(text, length);
        long pages = 0;
        while (!cursor.atEnd()) {
            byte[] key = cursor.startsWith(IN) ? IN : OUT;
            if (cursor.startsWith(key)) {
                cursor.skip(key.length);
                pages += cursor.number();
            }
            cursor.nextLine();
        }
        return pages;
    }
}
