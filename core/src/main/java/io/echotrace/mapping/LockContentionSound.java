package io.echotrace.mapping;

import io.echotrace.finding.Fault;
import io.echotrace.metric.Row;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;

/** A ratchet, faster as more threads are blocked. */
final class LockContentionSound extends FaultSound {
    private static final double SLOWEST_HZ = 9;
    private static final double FASTEST_HZ = 18;

    LockContentionSound() {
        super(
                Fault.LOCK_CONTENTION,
                Carrier.FIFTH,
                "8 to 20 grains a second from 1 to 3 kHz",
                "a ratchet of irregular clicks");
    }

    @Override
    void follow(FaultCourse course, Row row, Targets targets, Timeline timeline) {
        targets.set(Control.RATCHET, course.amplitude(0.6));
        targets.set(Control.RATCHET_HZ, SLOWEST_HZ + (FASTEST_HZ - SLOWEST_HZ) * course.way());
    }
}
