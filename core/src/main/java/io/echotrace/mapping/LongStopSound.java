package io.echotrace.mapping;

import io.echotrace.finding.Fault;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import io.echotrace.metric.StopText;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;

/** A hole and a thud, which {@link StopMapping} makes. */
final class LongStopSound extends FaultSound {
    private static final long SHORT_STOP_NANOS = 250_000_000L;
    private static final long SHORT_END_NANOS = 900_000_000L;
    private static final long STOP_NANOS = 450_000_000L;
    private static final long END_NANOS = 2_200_000_000L;

    LongStopSound() {
        super(
                Fault.LONG_STOP,
                Carrier.FIFTH,
                "a hole without a bend before it; 62 Hz",
                "everything stops, then a deep thud");
    }

    @Override
    void follow(FaultCourse course, Row row, Targets targets, Timeline timeline) {
        // each stop is an occurrence of its own
    }

    @Override
    void demonstrate(Demonstration shown) {
        if (shown.isNow(SHORT_END_NANOS)) {
            shown.happened(Occurrence.Kind.STOP, SHORT_STOP_NANOS, StopText.of("G1 Compaction Pause", 0));
        }
        if (shown.isNow(END_NANOS)) {
            shown.happened(Occurrence.Kind.STOP, STOP_NANOS, StopText.of("G1 Compaction Pause", 0));
        }
    }
}
