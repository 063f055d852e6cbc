package io.echotrace.finding;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Row;
import org.jspecify.annotations.Nullable;

/** A fault that shows as one metric over a level for some time, until it is below a lower level. */
final class LevelRule implements Rule {
    private static final long NOT_OVER = Long.MIN_VALUE;

    private final Fault fault;
    private final Metric metric;
    private final String words;
    private final double trigger;
    private final double release;
    private final double worst;
    private final long forNanos;
    private long overSinceNanos = NOT_OVER;

    /**
     * @param words what the metric's percentage is of, for example "of the time in GC pauses"
     * @param trigger the level above which the fault is caught, after {@code forSeconds}
     * @param release the level below which it lets go
     * @param worst the level at which its severity is 1
     */
    LevelRule(
            Fault fault, Metric metric, String words, double trigger, double release, double worst, double forSeconds) {
        this.fault = fault;
        this.metric = metric;
        this.words = words;
        this.trigger = trigger;
        this.release = release;
        this.worst = worst;
        this.forNanos = (long) (forSeconds * 1e9);
    }

    @Override
    public Fault fault() {
        return fault;
    }

    @Override
    public @Nullable Evidence judge(Row row, boolean holding) {
        double value = row.value(metric);
        if (!(value > (holding ? release : trigger))) {
            overSinceNanos = NOT_OVER;
            return null;
        }
        if (overSinceNanos == NOT_OVER) {
            overSinceNanos = row.atNanos();
        }
        if (!holding && row.atNanos() - overSinceNanos < forNanos) {
            return null;
        }
        double severity = Evidence.severity(value, trigger, worst);
        return new Evidence(severity, overSinceNanos, Evidence.percent(value) + " " + words);
    }
}
