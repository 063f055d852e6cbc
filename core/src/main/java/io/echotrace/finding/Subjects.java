package io.echotrace.finding;

import io.echotrace.metric.CallMetrics;
import io.echotrace.metric.Metric;

/**
 * What a run's rules look at where there is a choice: whose CPU may saturate, which calls are the requests, and how much
 * traffic is much. Immutable.
 */
public final class Subjects {
    final Metric cpu;
    final CallMetrics requests;
    final double networkKnee;
    final double networkMax;

    private Subjects(Metric cpu, CallMetrics requests, double networkKnee, double networkMax) {
        this.cpu = cpu;
        this.requests = requests;
        this.networkKnee = networkKnee;
        this.networkMax = networkMax;
    }

    /**
     * All timed calls are requests; the network's range is that of the pulse when nothing else is said, up to 100 MB/s.
     *
     * @param cpu the process's, or the machine's when no process is watched
     */
    public static Subjects of(Metric cpu) {
        return new Subjects(cpu, CallMetrics.ofAll(), 10e3, 100e6);
    }

    /** Only some of the timed calls are requests. */
    public Subjects withRequests(CallMetrics group) {
        return new Subjects(cpu, group, networkKnee, networkMax);
    }

    /**
     * Another range of the network, over which log(1 + bytes per second / knee) is spread.
     *
     * @param knee bytes a second
     * @param max bytes a second at its top
     */
    public Subjects withNetworkRange(double knee, double max) {
        return new Subjects(cpu, requests, knee, max);
    }
}
