package io.echotrace.voice;

import io.echotrace.synth.Ramp;
import io.echotrace.synth.SlowSine;

/** The bed swells and fades four times a second, the deeper the higher the score: its level, the memory, is wrong. */
final class Tremolo {
    /** Where the ear hears fluctuation of level most clearly. */
    private static final double RATE_HZ = 4;

    private static final double DEEPEST = 0.9;

    private final SlowSine swing;

    Tremolo(int sampleRateHz) {
        swing = new SlowSine(sampleRateHz, 0.25);
    }

    void apply(double fromScore, double toScore, float[] gains) {
        double from = depth(fromScore);
        double to = depth(toScore);
        if (from == 0 && to == 0) {
            swing.restart();
            return;
        }
        float before = gain(from);
        swing.advance(RATE_HZ);
        Ramp.scale(before, gain(to), gains);
    }

    private float gain(double depth) {
        return (float) (1 - depth * (0.5 - 0.5 * swing.value()));
    }

    private static double depth(double score) {
        return DEEPEST * Score.way(score, Score.UNUSUAL, 1);
    }
}
