package io.echotrace.mapping;

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
}
