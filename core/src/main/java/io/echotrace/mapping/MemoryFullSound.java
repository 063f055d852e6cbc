package io.echotrace.mapping;

import io.echotrace.finding.Fault;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Row;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;

/** A vessel that is full; after that of a leak, whose top it raises. */
final class MemoryFullSound extends FaultSound {
    private final VesselCall vessel = new VesselCall();

    MemoryFullSound() {
        super(
                Fault.MEMORY_FULL,
                Carrier.BODY,
                "the vessel at its top, with the bed trembling",
                "a vessel that fills to the brim, and the whole sound trembles");
    }

    @Override
    void follow(FaultCourse course, Row row, Targets targets, Timeline timeline) {
        double amplitude = vessel.amplitude(course, 0.6, row.atNanos());
        if (course.holds()) {
            targets.set(Control.VESSEL, Math.max(targets.get(Control.VESSEL), amplitude));
            targets.set(Control.VESSEL_FILL, 1);
        }
    }

    @Override
    void demonstrate(Demonstration shown) {
        shown.set(Metrics.HEAP_AFTER_GC, 0.97);
    }
}
