package io.echotrace.finding;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;

/** What a run's rules look at where there is a choice: whose CPU may saturate, and which calls are the requests. Immutable. */
public final class Subjects {
    final Metric cpu;
    final Metric requestRate;
    final Metric requestErrors;
    final Metric requestJitter;

    private Subjects(Metric cpu, Metric requestRate, Metric requestErrors, Metric requestJitter) {
        this.cpu = cpu;
        this.requestRate = requestRate;
        this.requestErrors = requestErrors;
        this.requestJitter = requestJitter;
    }

    /**
     * All timed calls are requests.
     *
     * @param cpu the process's, or the machine's when no process is watched
     */
    public static Subjects of(Metric cpu) {
        return new Subjects(cpu, Metrics.METHOD_RATE, Metrics.METHOD_ERRORS, Metrics.METHOD_JITTER);
    }

    /**
     * Only some of the timed calls are requests.
     *
     * @param rate calls of theirs a second, within the row's own interval
     * @param errors how many of them threw, likewise
     * @param jitter p99 ÷ median of theirs, over the last two seconds
     */
    public Subjects withRequests(Metric rate, Metric errors, Metric jitter) {
        return new Subjects(cpu, rate, errors, jitter);
    }
}
