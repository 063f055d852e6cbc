package io.echotrace.mapping;

import io.echotrace.finding.Fault;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Row;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;

/** The ground at its top, strained. */
final class CpuSaturationSound extends FaultSound {
    CpuSaturationSound() {
        super(
                Fault.CPU_SATURATION,
                Carrier.GROUND,
                "ground over 640 Hz with inharmonic overtones that tremble 6.5 times a second",
                "the ground at its top, strained and trembling");
    }

    @Override
    void follow(FaultCourse course, Row row, Targets targets, Timeline timeline) {
        targets.set(Control.GROUND_STRAIN, course.amplitude(0.6));
        if (course.holds()) {
            targets.set(Control.GROUND_PITCH, 1);
        }
    }

    @Override
    void demonstrate(Demonstration shown) {
        shown.set(Metrics.PROCESS_CPU, 0.97);
    }
}
