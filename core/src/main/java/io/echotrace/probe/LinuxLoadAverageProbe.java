package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.io.File;
import java.util.Collections;
import java.util.List;

/** Runnable threads, average of a minute, from {@code /proc/loadavg}. The kernel updates it every five seconds. */
final class LinuxLoadAverageProbe implements Probe {
    private final ProcFile loadavg;
    private final AsciiCursor cursor = new AsciiCursor();

    /** @param proc the folder {@code /proc} */
    LinuxLoadAverageProbe(File proc) {
        loadavg = new ProcFile(new File(proc, "loadavg"));
    }

    @Override
    public List<Metric> metrics() {
        return Collections.singletonList(Metrics.SYSTEM_LOAD_AVERAGE);
    }

    @Override
    public long periodNanos() {
        return LoadAverageProbe.PERIOD_NANOS;
    }

    @Override
    public void read(long nowNanos, Readings into) {
        int length = loadavg.read();
        into.value(Metrics.SYSTEM_LOAD_AVERAGE, parse(loadavg.bytes(), length));
    }

    @Override
    public void close() {
        loadavg.close();
    }

    /** The first number of the text, which always has two decimals; NaN when there is none. */
    double parse(byte[] text, int length) {
        cursor.start(text, length);
        long whole = cursor.number();
        cursor.skip(1);
        long hundredths = cursor.number();
        return whole < 0 || hundredths < 0 ? Double.NaN : whole + hundredths / 100.0;
    }
}
