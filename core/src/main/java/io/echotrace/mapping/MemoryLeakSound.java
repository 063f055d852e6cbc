package io.echotrace.mapping;

import io.echotrace.finding.Fault;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Row;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;

/** A vessel that fills up to where the heap is. */
final class MemoryLeakSound extends FaultSound {
    private final VesselCall vessel = new VesselCall();

    MemoryLeakSound() {
        super(
                Fault.MEMORY_LEAK,
                Carrier.BODY,
                "rising narrow noise",
                "a vessel that fills, again and again; its top says how near full is");
    }

    @Override
    void follow(FaultCourse course, Row row, Targets targets, Timeline timeline) {
        double fill = row.value(Metrics.HEAP_AFTER_GC);
        targets.set(Control.VESSEL, vessel.amplitude(course, 0.6, row.atNanos()));
        targets.set(Control.VESSEL_FILL, Double.isNaN(fill) ? course.way() : Math.min(fill, 1));
    }

    @Override
    void demonstrate(Demonstration shown) {
        shown.set(Metrics.HEAP_AFTER_GC, 0.75);
    }
}
