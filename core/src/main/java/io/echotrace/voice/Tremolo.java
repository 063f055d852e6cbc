package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.synth.Phase;
import io.echotrace.synth.Sine;

/** The bed swells and fades four times a second, the deeper the higher the score: its level, the memory, is wrong. */
final class Tremolo {
    /** Where the ear hears fluctuation of level most clearly. */
    private static final double RATE_HZ = 4;

    private static final double DEEPEST = 0.9;

    private final Phase phase;
    private final float[] cycles = new float[Block.FRAMES];
    private final float[] swing = new float[Block.FRAMES];

    Tremolo(int sampleRateHz) {
        phase = new Phase(sampleRateHz);
    }

    void apply(double fromScore, double toScore, float[] gains) {
        double from = depth(fromScore);
        double to = depth(toScore);
        if (from == 0 && to == 0) {
            phase.restart();
            return;
        }
        phase.render(RATE_HZ, cycles);
        Sine.render(cycles, 0.25f, swing);
        float depth = (float) from;
        float step = (float) ((to - from) / Block.FRAMES);
        for (int i = 0; i < Block.FRAMES; i++) {
            depth += step;
            gains[i] *= 1 - depth * (0.5f - 0.5f * swing[i]);
        }
    }

    private static double depth(double score) {
        return DEEPEST * Score.way(score, Score.UNUSUAL, 1);
    }
}
