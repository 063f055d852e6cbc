package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.io.File;
import java.util.Arrays;
import java.util.List;

/**
 * Bytes and packets per second since the last reading, of all interfaces that are up, loopback included. Packets stand in
 * the same lines as the bytes, so they cost nothing more here.
 */
final class LinuxNetworkProbe implements Probe {
    private final ProcFile dev;
    private final LinuxNetwork network;
    private final CounterWindow window = new CounterWindow(0, LinuxNetwork.COLUMNS);

    /**
     * @param proc the folder {@code /proc}
     * @param sys the folder {@code /sys}
     */
    LinuxNetworkProbe(File proc, File sys) {
        dev = new ProcFile(new File(proc, "net/dev"));
        network = new LinuxNetwork(new LinuxInterfaces(new File(sys, "class/net"))::counts);
    }

    @Override
    public List<Metric> metrics() {
        return Arrays.asList(Metrics.NETWORK_RECEIVE, Metrics.NETWORK_TRANSMIT, Metrics.NETWORK_PACKETS);
    }

    @Override
    public void read(long nowNanos, Readings into) {
        int length = dev.read();
        network.parse(dev.bytes(), length);
        window.add(nowNanos, network.totals());
        RateReport.report(Metrics.NETWORK_RECEIVE, window, LinuxNetwork.RECEIVED, into);
        RateReport.report(Metrics.NETWORK_TRANSMIT, window, LinuxNetwork.TRANSMITTED, into);
        RateReport.report(Metrics.NETWORK_PACKETS, window, LinuxNetwork.PACKETS, into);
    }

    @Override
    public void close() {
        dev.close();
    }

    /** Errors and drops of all interfaces since the first reading. */
    long errors() {
        return network.totals()[LinuxNetwork.ERRORS];
    }
}
