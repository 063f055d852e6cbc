package io.echotrace.mapping;

import io.echotrace.finding.Fault;
import io.echotrace.metric.Row;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;

/** A bend and a hole, which {@link StopMapping} makes. */
final class SafepointStallSound extends FaultSound {
    SafepointStallSound() {
        super(
                Fault.SAFEPOINT_STALL,
                Carrier.FIFTH,
                "a bend down before a hole",
                "the tape slows down and stops");
    }

    @Override
    void follow(FaultCourse course, Row row, Targets targets, Timeline timeline) {
        // each stop is an occurrence of its own
    }
}
