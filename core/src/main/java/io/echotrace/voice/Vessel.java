package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.synth.Decibels;
import io.echotrace.synth.KWeighting;
import io.echotrace.synth.NarrowNoise;
import io.echotrace.synth.Ramp;
import io.echotrace.timeline.Control;

/**
 * The vessel that fills: every four seconds a narrow noise rises from 500 Hz, always as fast, to a top of up to 2500 Hz
 * that says how near full it is. A little softer than the bed at most. Wide: left and right are noises of their own.
 */
final class Vessel implements Voice {
    private static final double PERIOD_SECONDS = 4;
    private static final double BOTTOM_HZ = 500;
    private static final double TOP_IN_NEPERS = StrictMath.log(5);
    private static final double FULL_SECONDS = 1.2;
    private static final double SHORTEST_SECONDS = 0.5;
    private static final double EDGE_SECONDS = 0.15;
    private static final double LOUDEST = BedLevel.K_RMS * Decibels.toGain(-1);

    private final int periodFrames;
    private final NarrowNoise left;
    private final NarrowNoise right;
    private final Swell swell;
    private final float[] samples = new float[Block.FRAMES];
    private int framesToNext;
    private double nepers;
    private float gain;

    Vessel(int sampleRateHz) {
        periodFrames = (int) (PERIOD_SECONDS * sampleRateHz);
        left = new NarrowNoise(sampleRateHz, 5 * BOTTOM_HZ, 0xF111_1EF7);
        right = new NarrowNoise(sampleRateHz, 5 * BOTTOM_HZ, 0xF111_4167);
        swell = new Swell(sampleRateHz, EDGE_SECONDS);
    }

    @Override
    public void render(Scene scene, Block into) {
        double amplitude = Score.way(scene.controls().to(Control.VESSEL), 0, 1);
        if (amplitude == 0 && gain == 0) {
            swell.stop();
            framesToNext = 0;
            return;
        }
        framesToNext -= Block.FRAMES;
        if (swell.isOver() && !begin(scene.controls())) {
            return;
        }
        double next = amplitude * LOUDEST * scene.bedGain() * swell.advance();
        double hz = BOTTOM_HZ * StrictMath.exp(nepers * swell.done());
        float nextGain = (float) (next / KWeighting.gain(hz));
        mix(left, hz, nextGain, into.left());
        mix(right, hz, nextGain, into.right());
        gain = nextGain;
    }

    /** Begins a rise when it is time; false when it is not. */
    private boolean begin(ControlGlides controls) {
        if (controls.target(Control.VESSEL) <= 0) {
            framesToNext = 0; // when it returns it is heard at once
            return false;
        }
        if (framesToNext > 0) {
            return false;
        }
        framesToNext = periodFrames;
        double fill = Score.way(controls.target(Control.VESSEL_FILL), 0, 1); // a glide would be late for the first
        nepers = TOP_IN_NEPERS * fill;
        swell.begin(0, StrictMath.max(SHORTEST_SECONDS, FULL_SECONDS * fill));
        left.restart();
        right.restart();
        return true;
    }

    private void mix(NarrowNoise noise, double hz, float nextGain, float[] into) {
        noise.render(hz, samples);
        Ramp.mix(samples, gain, nextGain, into);
    }
}
