package io.echotrace.mapping;

import io.echotrace.finding.Fault;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import io.echotrace.metric.StopText;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;

/** A rattle of the wood block or, where it is too dense, noise: both of them {@link StopMapping} makes of each stop. */
final class GcStormSound extends FaultSound {
    private static final long PERIOD_NANOS = 200_000_000L;
    private static final long PAUSE_NANOS = 60_000_000L;
    /** From then on there are more than can be told apart. */
    private static final long DENSE_NANOS = 1_700_000_000L;

    private static final long MILLI_NANOS = 1_000_000L;

    GcStormSound() {
        super(
                Fault.GC_STORM,
                Carrier.FIFTH,
                "onsets from 2.6 to 2.9 kHz",
                "a rattle of wood block strokes, one a collection; where they are many, a wooden noise");
    }

    @Override
    void follow(FaultCourse course, Row row, Targets targets, Timeline timeline) {
        // each collection is an occurrence of its own
    }

    @Override
    void demonstrate(Demonstration shown) {
        if (shown.sinceNanos() >= DENSE_NANOS) {
            for (long i = 0; i < 10; i++) {
                collect(shown, (5 + i) * MILLI_NANOS);
            }
        } else if (shown.sinceNanos() % PERIOD_NANOS == 0) {
            collect(shown, PAUSE_NANOS);
        }
    }

    private static void collect(Demonstration shown, long pauseNanos) {
        shown.happened(Occurrence.Kind.STOP, pauseNanos, StopText.of("G1 Evacuation Pause", 0));
    }
}
