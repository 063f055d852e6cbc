package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import oshi.hardware.NetworkIF;

/**
 * Bytes and packets of all interfaces, loopback included, every two seconds, on systems other than Linux. An interface
 * that comes or goes makes no jump.
 */
final class NetworkProbe implements Probe {
    private static final List<String> STACKED = Arrays.asList("bridge", "bond", "vlan", "veth", "vmenet", "ap");

    private final Machine machine;
    private final Map<String, long[]> last = new HashMap<>();
    private final long[] totals = new long[LinuxNetwork.COLUMNS];
    private final CounterWindow window = new CounterWindow(0, LinuxNetwork.COLUMNS);

    NetworkProbe(Machine machine) {
        this.machine = machine;
    }

    @Override
    public List<Metric> metrics() {
        return Arrays.asList(Metrics.NETWORK_RECEIVE, Metrics.NETWORK_TRANSMIT, Metrics.NETWORK_PACKETS);
    }

    @Override
    public long periodNanos() {
        return Machine.PERIOD_NANOS;
    }

    @Override
    public void read(long nowNanos, Readings into) {
        for (NetworkIF each : machine.hardware().getNetworkIFs(true)) {
            String name = each.getName().toLowerCase(Locale.ROOT);
            if (STACKED.stream().noneMatch(name::startsWith)) {
                addGrowth(name, counters(each));
            }
        }
        window.add(nowNanos, totals);
        RateReport.report(Metrics.NETWORK_RECEIVE, window, LinuxNetwork.RECEIVED, into);
        RateReport.report(Metrics.NETWORK_TRANSMIT, window, LinuxNetwork.TRANSMITTED, into);
        RateReport.report(Metrics.NETWORK_PACKETS, window, LinuxNetwork.PACKETS, into);
    }

    /** Errors and drops of all interfaces since the first reading. */
    long errors() {
        return totals[LinuxNetwork.ERRORS];
    }

    private void addGrowth(String name, long[] now) {
        long[] before = last.put(name, now);
        for (int i = 0; before != null && i < totals.length; i++) {
            totals[i] += Math.max(0, now[i] - before[i]);
        }
    }

    private static long[] counters(NetworkIF each) {
        long[] counters = new long[LinuxNetwork.COLUMNS];
        counters[LinuxNetwork.RECEIVED] = each.getBytesRecv();
        counters[LinuxNetwork.TRANSMITTED] = each.getBytesSent();
        counters[LinuxNetwork.PACKETS] = each.getPacketsRecv() + each.getPacketsSent();
        counters[LinuxNetwork.ERRORS] = each.getInErrors() + each.getOutErrors() + each.getInDrops();
        return counters;
    }
}
