package io.echotrace.mapping;

import io.echotrace.finding.Fault;
import io.echotrace.metric.Row;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;

/** A crowd. */
final class ThreadLeakSound extends FaultSound {
    private static final double FEWEST = 2;
    private static final double MOST = 6;

    ThreadLeakSound() {
        super(
                Fault.THREAD_LEAK,
                Carrier.FIFTH,
                "vibrato of 4.5 to 7.5 Hz below the ground",
                "a crowd of wavering low voices, the more the worse");
    }

    @Override
    void follow(FaultCourse course, Row row, Targets targets, Timeline timeline) {
        targets.set(Control.CROWD, course.amplitude(0.6));
        targets.set(Control.CROWD_SIZE, course.holds() ? FEWEST + (MOST - FEWEST) * course.way() : 0);
    }
}
