package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.synth.KWeighting;
import io.echotrace.synth.Phase;
import io.echotrace.synth.Sine;

/**
 * Two sine partials of fixed frequency, the body of something that is struck. Normalized so that a gain of 1 is as loud
 * as the bed at full gain. One audio thread's own.
 */
final class Strokes {
    private final double lowHz;
    private final double highHz;
    private final float lowAmplitude;
    private final float highAmplitude;
    private final Phase low;
    private final Phase high;
    private final float[] cycles = new float[Block.FRAMES];
    private final float[] sine = new float[Block.FRAMES];

    Strokes(int sampleRateHz, double lowHz, double lowAmplitude, double highHz, double highAmplitude) {
        this.lowHz = lowHz;
        this.highHz = highHz;
        double power = KWeighting.power(lowAmplitude, lowHz) + KWeighting.power(highAmplitude, highHz);
        double gain = BedLevel.K_RMS / StrictMath.sqrt(power);
        this.lowAmplitude = (float) (gain * lowAmplitude);
        this.highAmplitude = (float) (gain * highAmplitude);
        low = new Phase(sampleRateHz);
        high = new Phase(sampleRateHz);
    }

    /** Lets the next stroke begin at phase zero: strokes out of silence are all alike. */
    void restart() {
        low.restart();
        high.restart();
    }

    /** Adds the partials to both channels, with a gain for each frame. */
    void mix(float[] gains, Block into) {
        add(low, lowHz, lowAmplitude, gains, into);
        add(high, highHz, highAmplitude, gains, into);
    }

    private void add(Phase phase, double hz, float amplitude, float[] gains, Block into) {
        phase.render(hz, cycles);
        Sine.render(cycles, 0, sine);
        float[] left = into.left();
        float[] right = into.right();
        for (int i = 0; i < Block.FRAMES; i++) {
            float sample = amplitude * gains[i] * sine[i];
            left[i] += sample;
            right[i] += sample;
        }
    }
}
