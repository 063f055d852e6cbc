package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.synth.Decibels;
import io.echotrace.synth.RandomNumbers;
import io.echotrace.synth.StrikeEnvelope;
import io.echotrace.timeline.Control;

/**
 * The ratchet: dry clicks at irregular intervals, which are half to one and a half times their mean. At its peak the
 * loudest is 4 dB over the bed at its present gain. Centre.
 */
final class Ratchet implements Voice {
    private static final double SLOWEST_HZ = 9;
    private static final double FASTEST_HZ = 18;
    private static final double PEAK = Decibels.toGain(4);
    private static final int SEED = 0x4A7C_4E7;

    private final double sampleRateHz;
    private final Strokes strokes;
    private final StrikeEnvelope envelope;
    private final RandomNumbers random = new RandomNumbers(SEED);
    /** Until the next click, in mean intervals. */
    private double left;

    Ratchet(int sampleRateHz) {
        this.sampleRateHz = sampleRateHz;
        strokes = new Strokes(sampleRateHz, 330, 0.8, 1_300, 1);
        envelope = new StrikeEnvelope(sampleRateHz, 0.004, 0.006);
    }

    @Override
    public void render(Scene scene, Block into) {
        double amplitude = Score.way(scene.controls().to(Control.RATCHET), 0, 1);
        if (amplitude > 0) {
            strikeIfDue(amplitude, scene);
        } else {
            random.restart(SEED); // what is heard does not depend on what was long ago
            left = 0;
        }
        if (envelope.silent()) {
            strokes.restart();
            return;
        }
        strokes.mix(envelope.gains(), into);
        envelope.advance();
    }

    private void strikeIfDue(double amplitude, Scene scene) {
        double hz = StrictMath.max(
                SLOWEST_HZ, StrictMath.min(FASTEST_HZ, scene.controls().to(Control.RATCHET_HZ)));
        double step = hz / sampleRateHz;
        if (left < step * Block.FRAMES) {
            double level = PEAK * scene.bedGain();
            envelope.strike((int) (left / step), amplitude * level, level);
            left += 1 + random.next() / 2;
        }
        left -= step * Block.FRAMES;
    }
}
