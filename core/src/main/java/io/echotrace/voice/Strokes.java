package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.synth.KWeighting;
import io.echotrace.synth.SteadyTone;
import java.util.Arrays;

/**
 * Two sine partials of fixed frequency, the body of something that is struck. Normalized so that a gain of 1 is as loud
 * as the bed at full gain. One audio thread's own.
 */
final class Strokes {
    private final float lowAmplitude;
    private final float highAmplitude;
    private final SteadyTone low;
    private final SteadyTone high;
    private final float[] tone = new float[Block.FRAMES];

    Strokes(int sampleRateHz, double lowHz, double lowAmplitude, double highHz, double highAmplitude) {
        double power = KWeighting.power(lowAmplitude, lowHz) + KWeighting.power(highAmplitude, highHz);
        double gain = BedLevel.K_RMS / StrictMath.sqrt(power);
        this.lowAmplitude = (float) (gain * lowAmplitude);
        this.highAmplitude = (float) (gain * highAmplitude);
        low = new SteadyTone(sampleRateHz, lowHz);
        high = new SteadyTone(sampleRateHz, highHz);
    }

    /** Lets the next stroke begin at phase zero: strokes out of silence are all alike. */
    void restart() {
        low.restart();
        high.restart();
    }

    /** Adds the partials to both channels, with a gain for each frame. */
    void mix(float[] gains, Block into) {
        Arrays.fill(tone, 0);
        low.add(lowAmplitude, tone);
        high.add(highAmplitude, tone);
        float[] left = into.left();
        float[] right = into.right();
        for (int i = 0; i < Block.FRAMES; i++) {
            float sample = gains[i] * tone[i];
            left[i] += sample;
            right[i] += sample;
        }
    }
}
