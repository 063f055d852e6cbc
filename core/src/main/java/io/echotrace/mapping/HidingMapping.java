package io.echotrace.mapping;

import io.echotrace.anomaly.Scores;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Cue;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;

/**
 * Hides the bed while all is well: after two minutes of health it fades, and three soft tones say now and then that all
 * still is. Anything unusual brings it back at once. The probe thread's own.
 */
final class HidingMapping {
    private static final long CALM_NANOS = 120_000_000_000L;
    private static final long BETWEEN_NANOS = 45_000_000_000L;
    private static final double HIDDEN_DB = -14;
    private static final double FADE_DB_PER_SECOND = 2;
    /** Over the hidden bed. */
    private static final double ALL_WELL_DB = 3;

    private final boolean wanted;
    private boolean calm;
    private long calmSinceNanos;
    private long nextNanos;

    HidingMapping(boolean wanted) {
        this.wanted = wanted;
    }

    /** @param heard how wrong it sounds now */
    void apply(double heard, long nowNanos, double seconds, Targets to, Timeline timeline) {
        if (!wanted || heard >= Scores.UNUSUAL) {
            calm = false;
            to.set(Control.HIDING_DB, 0);
            return;
        }
        if (!calm) {
            calm = true;
            calmSinceNanos = nowNanos;
            nextNanos = nowNanos + CALM_NANOS + BETWEEN_NANOS;
        }
        if (nowNanos - calmSinceNanos >= CALM_NANOS) {
            to.set(Control.HIDING_DB, Math.max(HIDDEN_DB, to.get(Control.HIDING_DB) - FADE_DB_PER_SECOND * seconds));
        }
        if (nowNanos >= nextNanos) {
            nextNanos = nowNanos + BETWEEN_NANOS;
            timeline.cue(new Cue(Cue.Kind.ALL_WELL, nowNanos, 0, ALL_WELL_DB));
        }
    }
}
