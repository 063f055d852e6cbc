package io.echotrace.mapping;

import io.echotrace.finding.Fault;
import io.echotrace.metric.Row;
import io.echotrace.timeline.Cue;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;

/** Two locked bells, every 2.4 s for ten seconds and every 8 s from then on, until the user knows. */
final class DeadlockSound extends FaultSound {
    private static final long OFTEN_NANOS = 2_400_000_000L;
    private static final long AT_FIRST_NANOS = 10_000_000_000L;

    private final Repetition repetition = Repetition.urgent(OFTEN_NANOS, AT_FIRST_NANOS);

    DeadlockSound() {
        super(
                Fault.DEADLOCK,
                Carrier.FIFTH,
                "inharmonic bells from 130 to 170 Hz",
                "two low bells, locked together, four strokes, again and again");
    }

    @Override
    void follow(FaultCourse course, Row row, Targets targets, Timeline timeline) {
        if (repetition.isDue(course, row.atNanos())) {
            timeline.cue(new Cue(Cue.Kind.BELLS, row.atNanos(), 0, course.gainDb()));
        }
    }
}
