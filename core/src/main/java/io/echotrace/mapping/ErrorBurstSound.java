package io.echotrace.mapping;

import io.echotrace.finding.Fault;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;

/** Sparks or, where they are too many, crackling noise: {@link ErrorMapping} makes both of each row's errors. */
final class ErrorBurstSound extends FaultSound {
    /** From then on there are more than can be told apart. */
    private static final long DENSE_NANOS = 1_700_000_000L;

    ErrorBurstSound() {
        super(
                Fault.ERROR_BURST,
                Carrier.PULSE,
                "onsets from 3.3 to 6 kHz",
                "sparks, one for each error; where they are many, a crackling noise");
    }

    @Override
    void follow(FaultCourse course, Row row, Targets targets, Timeline timeline) {
        // errors are occurrences of their own
    }

    @Override
    void demonstrate(Demonstration shown) {
        String count = shown.sinceNanos() < DENSE_NANOS ? "1" : "10";
        shown.happened(Occurrence.Kind.ERROR, Demonstration.INTERVAL_NANOS, count);
    }
}
