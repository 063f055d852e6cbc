package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.synth.KWeighting;
import io.echotrace.synth.Ramp;
import io.echotrace.synth.Sine;

/**
 * A soft sine at a multiple of half the ground's frequency, a quarter of a cycle from the chord's own partials, so that
 * their powers add up. A level of 1 is as loud as the bed. One audio thread's own.
 */
final class SoftTone {
    private static final double EDGE_SECONDS = 0.06;

    private final int multiple;
    private final Swell swell;
    private final float[] cycles = new float[Block.FRAMES];
    private final float[] sine = new float[Block.FRAMES];
    private double level;
    private float gain;

    SoftTone(int multiple, int sampleRateHz) {
        this.multiple = multiple;
        swell = new Swell(sampleRateHz, EDGE_SECONDS);
    }

    boolean isOver() {
        return swell.isOver();
    }

    /** Begins, when it {@link #isOver}, at a frame counted from the first of the next block. */
    void begin(int frame, double seconds, double newLevel) {
        swell.begin(frame, seconds);
        level = newLevel;
    }

    void mix(Scene scene, Block into) {
        if (swell.isOver() && gain == 0) {
            return;
        }
        double hz = multiple * scene.groundHz() / 2;
        double amplitude = BedLevel.K_RMS / StrictMath.sqrt(KWeighting.power(1, hz));
        float next = (float) (amplitude * level * scene.bedGain() * swell.advance());
        if (gain != 0 || next != 0) {
            float[] base = scene.cycles();
            for (int i = 0; i < Block.FRAMES; i++) {
                cycles[i] = multiple * base[i];
            }
            Sine.render(cycles, 0.25f, sine);
            Ramp.mix(sine, gain, next, into.left());
            Ramp.mix(sine, gain, next, into.right());
        }
        gain = next;
    }
}
