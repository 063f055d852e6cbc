package io.echotrace.mapping;

import io.echotrace.finding.Fault;
import io.echotrace.metric.Row;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;

/**
 * Requests that take irregular times make the pulse stagger, as late wake-ups do: the larger of both is heard. Beats that
 * are displaced by up to a share s of their interval, as the pulse does it, have intervals that vary by 1.4 s: with the
 * least by a third, since of a slow pulse there are few beats to hear it from. It does not become less when the fault is
 * known.
 */
final class LatencyJitterSound extends FaultSound {
    private static final double LEAST = 0.24;
    private static final double MOST = 0.3;

    LatencyJitterSound() {
        super(Fault.LATENCY_JITTER, Carrier.PULSE, "irregular onsets of the pulse", "the pulse stumbles and drags");
    }

    @Override
    void follow(FaultCourse course, Row row, Targets targets, Timeline timeline) {
        if (course.holds()) {
            double stagger = LEAST + (MOST - LEAST) * course.way();
            targets.set(Control.PULSE_STAGGER, Math.max(targets.get(Control.PULSE_STAGGER), stagger));
        }
    }
}
