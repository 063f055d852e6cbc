package io.echotrace.mapping;

import io.echotrace.finding.Fault;
import io.echotrace.metric.CallMetrics;
import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import io.echotrace.timeline.Control;
import org.jspecify.annotations.Nullable;

/** The voice that goes wrong, so that where the trouble is can be heard: the one that carries the troubled metric. */
enum Carrier {
    GROUND(Control.GROUND_TENSION),
    PULSE(Control.PULSE_TENSION),
    BODY(Control.BODY_TENSION),
    FIFTH(Control.FIFTH_TENSION);

    final Control tension;

    Carrier(Control tension) {
        this.tension = tension;
    }

    static Carrier of(@Nullable Metric metric) {
        if (metric != null && CallMetrics.isOne(metric)) {
            return PULSE; // which is theirs where they are known
        }
        if (metric == null || !Metrics.isKnown(metric)) {
            return FIFTH; // whatever an own metric is called
        }
        String name = metric.name();
        if (name.contains(".cpu.")) {
            return GROUND;
        }
        if (name.contains(".network.")) {
            return PULSE;
        }
        return name.contains(".memory.") || name.contains(".swap.") ? BODY : FIFTH;
    }

    static Carrier of(Fault fault) {
        switch (fault) {
            case CPU_SATURATION:
                return GROUND;
            case MEMORY_FULL:
                return BODY;
            case LATENCY_JITTER:
            case ERROR_BURST:
                // Irregular onsets and sparks say which of the two it is. That it is wrong, and how wrong,
                // is said, as of all else, by the voice of what is in trouble: the pulse of the requests goes sour.
                return PULSE;
            case GC_STORM:
            case LONG_STOP:
            case SAFEPOINT_STALL:
            case DEADLOCK:
            case LOCK_CONTENTION:
                return FIFTH;
        }
        throw new AssertionError(fault); // a new fault is a new case above
    }
}
