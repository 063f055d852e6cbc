package io.echotrace.mapping;

import io.echotrace.finding.Fault;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Row;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;

/** The pulse at its fastest and at full depth. */
final class NetworkFloodSound extends FaultSound {
    NetworkFloodSound() {
        super(
                Fault.NETWORK_FLOOD,
                Carrier.PULSE,
                "modulation of 8 to 16 Hz from 1 to 3 kHz",
                "the pulse hammers, at its fastest and loudest");
    }

    @Override
    void follow(FaultCourse course, Row row, Targets targets, Timeline timeline) {
        targets.set(Control.PULSE_FLOOD, course.amplitude(0.6));
    }

    @Override
    void demonstrate(Demonstration shown) {
        shown.set(Metrics.NETWORK_RECEIVE, 60e6);
    }
}
