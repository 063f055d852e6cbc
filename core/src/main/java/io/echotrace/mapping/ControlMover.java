package io.echotrace.mapping;

import io.echotrace.metric.Row;
import io.echotrace.timeline.Targets;

/**
 * Moves one control after its metric: averaged where the mapping says so, calmed by a dead band where there is one, and no
 * faster than its slew.
 */
final class ControlMover {
    /** After a gap between rows the slew goes on from where it was, and does not make up for the time lost. */
    private static final double LONGEST_STEP_SECONDS = 0.25;

    private final ContinuousMapping mapping;
    private Settler settler;
    private final MovingMean mean = new MovingMean();
    private double target = Double.NaN;

    ControlMover(ContinuousMapping mapping) {
        this.mapping = mapping;
        this.settler = new Settler(mapping.deadBand);
    }

    /** Sets the control's target, or leaves it as it is where the mapping has nothing to go by and no value for that. */
    void move(Row row, double seconds, Targets to) {
        double value = mapping.source.value(row);
        double wanted = wanted(mapping.averaged ? mean.next(value, seconds) : value, seconds);
        if (Double.isNaN(wanted)) {
            begin();
            return;
        }
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

    /** What it was before means nothing when it has a value again. */
    private void begin() {
        if (!Double.isNaN(target)) {
            target = Double.NaN;
            settler = new Settler(mapping.deadBand);
        }
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
