package io.echotrace.mapping;

import io.echotrace.metric.Row;
import io.echotrace.timeline.Targets;

/** Moves one control after its metric: calmed by a dead band where there is one, and no faster than its slew. */
final class ControlMover {
    /** After a gap between rows the slew goes on from where it was, and does not make up for the time lost. */
    private static final double LONGEST_STEP_SECONDS = 0.25;

    private final ContinuousMapping mapping;
    private final Settler settler;
    private double target = Double.NaN;

    ControlMover(ContinuousMapping mapping) {
        this.mapping = mapping;
        this.settler = new Settler(mapping.deadBand);
    }

    void move(Row row, double seconds, Targets to) {
        double wanted = wanted(mapping.source.value(row), seconds);
        target = Double.isNaN(target) ? wanted : slewed(wanted, Math.min(seconds, LONGEST_STEP_SECONDS));
        to.set(mapping.control, target);
    }

    private double wanted(double value, double seconds) {
        if (Double.isNaN(value)) {
            return mapping.unavailable;
        }
        double position = mapping.position(value);
        return mapping.inRange(mapping.deadBand == 0 ? position : settler.next(position, seconds));
    }

    private double slewed(double wanted, double seconds) {
        if (wanted > target) {
            return Math.min(wanted, reach(mapping.risePerSecond, seconds));
        }
        return Math.max(wanted, reach(-mapping.fallPerSecond, seconds));
    }

    private double reach(double perSecond, double seconds) {
        return Double.isInfinite(perSecond) ? perSecond : target + perSecond * seconds;
    }
}
