package io.echotrace.mapping;

import io.echotrace.finding.Fault;
import io.echotrace.metric.Row;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;

/** The beats come with a breath. */
final class NetworkLossSound extends FaultSound {
    NetworkLossSound() {
        super(
                Fault.NETWORK_LOSS,
                Carrier.PULSE,
                "onsets from 7 to 9.5 kHz",
                "each beat of the pulse comes with a dull breath");
    }

    @Override
    void follow(FaultCourse course, Row row, Targets targets, Timeline timeline) {
        targets.set(Control.PULSE_LOSS, course.amplitude(0.6));
    }
}
