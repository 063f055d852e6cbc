package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.io.File;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Errors and drops of the interfaces, and TCP segments sent again, per second; the latter from {@code /proc/net/snmp},
 * which counts both versions of IP as one.
 */
final class LinuxNetworkErrorsProbe implements Probe {
    private static final byte[] TCP = StopRing.ascii("Tcp:");
    private static final byte[] SENT_AGAIN = StopRing.ascii("RetransSegs");

    private final ProcFile snmp;
    private final LongSupplier interfaceErrors;
    private final AsciiCursor cursor = new AsciiCursor();
    private final CounterWindow window = new CounterWindow(0, 1);

    /**
     * @param proc the folder {@code /proc}
     * @param interfaceErrors errors and drops so far, of the probe that reads the interfaces
     */
    LinuxNetworkErrorsProbe(File proc, LongSupplier interfaceErrors) {
        this.snmp = new ProcFile(new File(proc, "net/snmp"));
        this.interfaceErrors = interfaceErrors;
    }

    @Override
    public List<Metric> metrics() {
        return Collections.singletonList(Metrics.NETWORK_ERRORS);
    }

    @Override
    public long periodNanos() {
        return Machine.PERIOD_NANOS;
    }

    @Override
    public void read(long nowNanos, Readings into) {
        int length = snmp.read();
        window.add(nowNanos, interfaceErrors.getAsLong() + segmentsSentAgain(snmp.bytes(), length));
        RateReport.report(Metrics.NETWORK_ERRORS, window, 0, into);
    }

    @Override
    public void close() {
        snmp.close();
    }

    /** TCP segments sent again since the machine started: a line of names, then one with as many numbers. */
    long segmentsSentAgain(byte[] text, int length) {
        cursor.start(text, length);
        if (!cursor.findLine(TCP)) {
            throw new UnavailableException("/proc/net/snmp has no TCP counters");
        }
        int column = columnOf(SENT_AGAIN);
        cursor.nextLine();
        for (int i = 0; i < column; i++) {
            cursor.skipWord(); // words, since one of the numbers is -1
        }
        return Math.max(0, cursor.number());
    }

    private int columnOf(byte[] name) {
        int column = 0;
        while (!cursor.atLineEnd() && !cursor.startsWith(name)) {
            cursor.skipWord();
            column++;
        }
        return column;
    }
}
