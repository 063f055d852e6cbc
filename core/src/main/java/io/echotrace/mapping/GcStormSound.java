package io.echotrace.mapping;

import io.echotrace.finding.Fault;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import io.echotrace.metric.StopText;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;

/** A rattle of the wood block, which {@link StopMapping} strikes. */
final class GcStormSound extends FaultSound {
    private static final long PERIOD_NANOS = 200_000_000L;
    private static final long PAUSE_NANOS = 60_000_000L;

    GcStormSound() {
        super(
                Fault.GC_STORM,
                Carrier.FIFTH,
                "onsets from 2.6 to 2.9 kHz",
                "a rattle of wood block strokes, one a collection");
    }

    @Override
    void follow(FaultCourse course, Row row, Targets targets, Timeline timeline) {
        // each collection is an occurrence of its own
    }

    @Override
    void demonstrate(Demonstration shown) {
        if (shown.sinceNanos() % PERIOD_NANOS == 0) {
            shown.happened(Occurrence.Kind.STOP, PAUSE_NANOS, StopText.of("G1 Evacuation Pause", 0));
        }
    }
}
