package io.echotrace.mapping;

import io.echotrace.finding.Fault;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;

/** Sparks, which {@link ErrorMapping} makes of each row's errors. */
final class ErrorBurstSound extends FaultSound {
    ErrorBurstSound() {
        super(Fault.ERROR_BURST, Carrier.PULSE, "onsets from 3.3 to 6 kHz", "sparks, one for each error");
    }

    @Override
    void follow(FaultCourse course, Row row, Targets targets, Timeline timeline) {
        // errors are occurrences of their own
    }

    @Override
    void demonstrate(Demonstration shown) {
        shown.happened(Occurrence.Kind.ERROR, Demonstration.INTERVAL_NANOS, "2");
    }
}
