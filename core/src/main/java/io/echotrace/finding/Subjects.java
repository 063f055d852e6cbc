package io.echotrace.finding;

import io.echotrace.metric.CallMetrics;
import io.echotrace.metric.Metric;

/** What a run's rules look at where there is a choice: whose CPU may saturate, and which calls are the requests. Immutable. */
public final class Subjects {
    final Metric cpu;
    final CallMetrics requests;

    private Subjects(Metric cpu, CallMetrics requests) {
        this.cpu = cpu;
        this.requests = requests;
    }

    /**
     * All timed calls are requests.
     *
     * @param cpu the process's, or the machine's when no process is watched
     */
    public static Subjects of(Metric cpu) {
        return new Subjects(cpu, CallMetrics.ofAll());
    }

    /** Only some of the timed calls are requests. */
    public Subjects withRequests(CallMetrics group) {
        return new Subjects(cpu, group);
    }
}
