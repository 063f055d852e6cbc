package io.echotrace.mapping;

import io.echotrace.finding.Fault;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Row;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;

/** The vessel of a leak, whatever it is that runs full; after that of memory, whose top it raises. */
final class FileDescriptorLeakSound extends FaultSound {
    private final VesselCall vessel = new VesselCall();

    FileDescriptorLeakSound() {
        super(
                Fault.FILE_DESCRIPTOR_LEAK,
                Carrier.FIFTH,
                "rising narrow noise, as with a memory leak, and the chord's fifth goes rough instead of the loudness",
                "the vessel that fills as with a memory leak; its top says how near their limit is");
    }

    @Override
    void follow(FaultCourse course, Row row, Targets targets, Timeline timeline) {
        double amplitude = vessel.amplitude(course, 0.6, row.atNanos());
        if (course.holds()) {
            double used = row.value(Metrics.FILE_DESCRIPTOR_UTILIZATION);
            double fill = Double.isNaN(used) ? course.way() : Math.min(used, 1);
            boolean isAlone = targets.get(Control.VESSEL) == 0;
            targets.set(Control.VESSEL, Math.max(targets.get(Control.VESSEL), amplitude));
            targets.set(Control.VESSEL_FILL, isAlone ? fill : Math.max(targets.get(Control.VESSEL_FILL), fill));
        }
    }

    @Override
    void demonstrate(Demonstration shown) {
        shown.set(Metrics.FILE_DESCRIPTOR_UTILIZATION, 0.6);
    }
}
