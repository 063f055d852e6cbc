package io.echotrace.voice;

import io.echotrace.synth.BandNoise;
import io.echotrace.synth.Block;
import io.echotrace.synth.KWeighting;
import io.echotrace.synth.Ramp;

/**
 * Noise from 60 to 190 Hz that is duller or brighter within its band: its lower and its upper half, weighted so that it is
 * always as loud as the bed at full gain. One audio thread's own.
 */
final class FloorNoise {
    private static final double LOW_HZ = 60;
    private static final double MIDDLE_HZ = 107;
    private static final double HIGH_HZ = 190;
    /** What the weaker half keeps at both ends, as a share of a quarter turn: it is 12 dB softer. */
    private static final double KEPT = 0.15;

    private final BandNoise lower;
    private final BandNoise upper;
    private final float[] upperSamples = new float[Block.FRAMES];
    private double brightness = Double.NaN;
    private double lowerGain;
    private double upperGain;

    FloorNoise(int sampleRateHz) {
        lower = new BandNoise(sampleRateHz, LOW_HZ, MIDDLE_HZ, 0x0F10_0D01);
        upper = new BandNoise(sampleRateHz, MIDDLE_HZ, HIGH_HZ, 0x0F10_0D02);
    }

    /**
     * Renders the next block.
     *
     * @param newBrightness at its end, 0…1
     */
    void render(double newBrightness, float[] out) {
        double lowerBefore = lowerGain;
        double upperBefore = upperGain;
        weigh(newBrightness);
        lower.render(out);
        upper.render(upperSamples);
        Ramp.scale((float) lowerBefore, (float) lowerGain, out);
        Ramp.mix(upperSamples, (float) upperBefore, (float) upperGain, out);
    }

    private void weigh(double newBrightness) {
        if (newBrightness == brightness) {
            return;
        }
        brightness = newBrightness;
        double angle = StrictMath.PI / 2 * (KEPT + (1 - 2 * KEPT) * Score.way(newBrightness, 0, 1));
        lowerGain = StrictMath.cos(angle) * asLoudAsTheBed(LOW_HZ, MIDDLE_HZ);
        upperGain = StrictMath.sin(angle) * asLoudAsTheBed(MIDDLE_HZ, HIGH_HZ);
    }

    /** The gain for a narrow band of noise of RMS 1: it is weighted as its middle. */
    static double asLoudAsTheBed(double lowHz, double highHz) {
        return BedLevel.K_RMS / KWeighting.gain(StrictMath.sqrt(lowHz * highHz));
    }
}
