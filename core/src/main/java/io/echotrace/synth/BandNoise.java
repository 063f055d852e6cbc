package io.echotrace.synth;

import java.util.ArrayList;
import java.util.List;

/** Noise of one band, of RMS 1, that falls by 24 dB an octave on both sides of it. One audio thread's own. */
public final class BandNoise {
    /** What is nearer to half the sample rate than this ends there by itself. */
    private static final double TOP = 0.45;
    /** Variance of numbers that are uniform in -1…+1. */
    private static final double SOURCE_VARIANCE = 1 / 3.0;

    private final RandomNumbers source;
    private final ButterworthSection[] sections;
    private final double scale;

    /**
     * Noise between two frequencies, as far as the sample rate goes.
     *
     * @param lowHz well below half the sample rate
     * @param seed not 0
     */
    public BandNoise(int sampleRateHz, double lowHz, double highHz, int seed) {
        source = new RandomNumbers(seed);
        List<ButterworthSection> all = new ArrayList<>();
        for (double q : ButterworthSection.Q) {
            all.add(ButterworthSection.highPass(lowHz, q, sampleRateHz));
            if (highHz < TOP * sampleRateHz) {
                all.add(ButterworthSection.lowPass(highHz, q, sampleRateHz));
            }
        }
        sections = all.toArray(new ButterworthSection[0]);
        scale = 1 / StrictMath.sqrt(SOURCE_VARIANCE * power(sampleRateHz / 2));
    }

    public void render(float[] out) {
        for (int i = 0; i < Block.FRAMES; i++) {
            out[i] = (float) (scale * filter(source.next()));
        }
    }

    private double filter(double white) {
        double x = white;
        for (ButterworthSection section : sections) {
            x = section.next(x);
        }
        return x;
    }

    /** Power that white noise of power 1 has behind the filter: that of its impulse response, of which half a second is all. */
    private double power(int frames) {
        double sum = 0;
        for (int i = 0; i < frames; i++) {
            double response = filter(i == 0 ? 1 : 0);
            sum += response * response;
        }
        for (ButterworthSection section : sections) {
            section.restart();
        }
        return sum;
    }
}
