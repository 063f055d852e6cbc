package io.echotrace.judge;

import io.echotrace.mapping.SoundTable;
import io.echotrace.metric.CallMetrics;
import io.echotrace.metric.Metrics;
import io.echotrace.voice.Mix;
import io.echotrace.voice.MixDesk;

/** Where the chord sounds. */
enum Register {
    NORMAL(Mix.ALL),
    LOW(Mix.ALL.withLowRegister(true));

    private final Mix mix;

    Register(Mix mix) {
        this.mix = mix;
    }

    /** What the renderer plays in this register. */
    MixDesk desk() {
        return new MixDesk(mix);
    }

    /** The sound table by which scenes are mapped in this register. */
    SoundTable table() {
        return new SoundTable(Metrics.PROCESS_CPU, Pulse.MOST_BYTES, Pulse.MOST_CALLS, CallMetrics.ofAll(), true, false);
    }
}
