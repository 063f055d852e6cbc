package io.echotrace.judge;

import io.echotrace.mapping.SoundTable;
import io.echotrace.metric.CallMetrics;
import io.echotrace.metric.Metrics;
import io.echotrace.voice.Mix;
import io.echotrace.voice.MixDesk;

/** Where the chord sounds. */
enum Register {
    NORMAL,
    LOW;

    /** What the renderer plays in this register. */
    MixDesk desk() {
        return new MixDesk(Mix.ALL.withLowRegister(this == LOW));
    }

    /** The sound table by which scenes are mapped in this register. */
    SoundTable table() {
        return new SoundTable(
                Metrics.PROCESS_CPU, Pulse.MOST_BYTES, Pulse.MOST_CALLS, CallMetrics.ofAll(), true, false);
    }
}
