package io.echotrace.mapping;

import io.echotrace.finding.Fault;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Row;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;

/** The floor grinds. */
final class DiskSaturationSound extends FaultSound {
    DiskSaturationSound() {
        super(Fault.DISK_SATURATION, Carrier.FIFTH, "modulation of 22 to 33 Hz below 190 Hz", "the floor grinds");
    }

    @Override
    void follow(FaultCourse course, Row row, Targets targets, Timeline timeline) {
        targets.set(Control.FLOOR_GRIND, course.amplitude(0.6));
    }

    @Override
    void demonstrate(Demonstration shown) {
        shown.set(Metrics.DISK_UTILIZATION, 0.97);
    }
}
