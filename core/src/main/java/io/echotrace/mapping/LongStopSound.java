package io.echotrace.mapping;

import io.echotrace.finding.Fault;
import io.echotrace.metric.Row;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;

/** A hole and a thud, which {@link StopMapping} makes. */
final class LongStopSound extends FaultSound {
    LongStopSound() {
        super(
                Fault.LONG_STOP,
                Carrier.FIFTH,
                "a hole without a bend before it; 62 Hz",
                "everything stops, then a deep thud");
    }

    @Override
    void follow(FaultCourse course, Row row, Targets targets, Timeline timeline) {
        // each stop is an occurrence of its own
    }
}
