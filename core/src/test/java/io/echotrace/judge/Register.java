package io.echotrace.judge;

import io.echotrace.mapping.SoundTable;
import io.echotrace.metric.CallMetrics;
import io.echotrace.metric.Metrics;

/** Where the chord sounds. */
enum Register {
    NORMAL;

    /** The sound table by which scenes are mapped in this register. */
    SoundTable table() {
        return new SoundTable(Metrics.PROCESS_CPU, Pulse.MOST_BYTES, Pulse.MOST_CALLS, CallMetrics.ofAll(), true);
    }
}
