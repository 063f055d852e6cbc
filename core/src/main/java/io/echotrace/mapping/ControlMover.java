package io.echotrace.mapping;

import io.echotrace.metric.Row;
import io.echotrace.timeline.Targets;

/** Moves one control after its metric: calmed by a dead band, and no faster than its slew. */
final class ControlMover {
    private final ContinuousMapping mapping;
    private final Settler settler;
    private double target = Double.NaN;

    ControlMover(ContinuousMapping mapping) {
        this.mapping = mapping;
        this.settler = new Settler(mapping.deadBand);
    }

    void move(Row row, double seconds, Targets to) {
        double value = mapping.source.value(row);
        double wanted = Double.isNaN(value)
                ? mapping.unavailable
                : mapping.inRange(settler.next(mapping.position(value), seconds));
        boolean first = Double.isNaN(target) || Double.isInfinite(mapping.slewPerSecond);
        double most = mapping.slewPerSecond * seconds;
        target = first ? wanted : target + Math.max(-most, Math.min(wanted - target, most));
        to.set(mapping.control, target);
    }
}
