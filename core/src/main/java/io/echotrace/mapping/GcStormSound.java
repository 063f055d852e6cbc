package io.echotrace.mapping;

import io.echotrace.finding.Fault;
import io.echotrace.metric.Row;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;

/** A rattle of the wood block, which {@link StopMapping} strikes. */
final class GcStormSound extends FaultSound {
    GcStormSound() {
        super(
                Fault.GC_STORM,
                Carrier.FIFTH,
                "onsets from 2.6 to 2.9 kHz",
                "a rattle of wood block strokes, one a collection");
    }

    @Override
    void follow(FaultCourse course, Row row, Targets targets, Timeline timeline) {
        // each collection is an occurrence of its own
    }
}
