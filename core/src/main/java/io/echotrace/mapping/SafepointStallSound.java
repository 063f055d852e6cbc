package io.echotrace.mapping;

import io.echotrace.finding.Fault;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import io.echotrace.metric.StopText;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;

/** A bend and a hole, which {@link StopMapping} makes. */
final class SafepointStallSound extends FaultSound {
    private static final long SHORT_STOP_NANOS = 150_000_000L;
    private static final long SHORT_SYNC_NANOS = 120_000_000L;
    private static final long SHORT_END_NANOS = 900_000_000L;
    private static final long STOP_NANOS = 400_000_000L;
    private static final long SYNC_NANOS = 350_000_000L;
    private static final long END_NANOS = 2_200_000_000L;

    SafepointStallSound() {
        super(Fault.SAFEPOINT_STALL, Carrier.FIFTH, "a bend down before a hole", "the tape slows down and stops");
    }

    @Override
    void follow(FaultCourse course, Row row, Targets targets, Timeline timeline) {
        // each stop is an occurrence of its own
    }

    @Override
    void demonstrate(Demonstration shown) {
        if (shown.isNow(SHORT_END_NANOS)) {
            shown.happened(Occurrence.Kind.STOP, SHORT_STOP_NANOS, StopText.of("", SHORT_SYNC_NANOS));
        }
        if (shown.isNow(END_NANOS)) {
            shown.happened(Occurrence.Kind.STOP, STOP_NANOS, StopText.of("", SYNC_NANOS));
        }
    }
}
