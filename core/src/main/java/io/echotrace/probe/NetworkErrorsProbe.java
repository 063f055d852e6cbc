package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;
import oshi.software.os.InternetProtocolStats;

/** Errors and drops of the interfaces, and TCP segments sent again, per second, on systems other than Linux. */
final class NetworkErrorsProbe implements Probe {
    private final Machine machine;
    private final LongSupplier interfaceErrors;
    private final CounterWindow window = new CounterWindow(0, 1);

    /** @param interfaceErrors errors and drops so far, of the probe that reads the interfaces */
    NetworkErrorsProbe(Machine machine, LongSupplier interfaceErrors) {
        this.machine = machine;
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
        InternetProtocolStats protocols = machine.system().getInternetProtocolStats();
        long again = protocols.getTCPv4Stats().getSegmentsRetransmitted()
                + protocols.getTCPv6Stats().getSegmentsRetransmitted();
        window.add(nowNanos, interfaceErrors.getAsLong() + again);
        RateReport.report(Metrics.NETWORK_ERRORS, window, 0, into);
    }
}
