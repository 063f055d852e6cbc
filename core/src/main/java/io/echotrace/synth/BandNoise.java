package io.echotrace.synth;

import java.util.ArrayList;
import java.util.List;

/**
 * Noise of one band, of RMS 1, that falls by 24 dB an octave on both sides of it. The lower the band, the fewer samples are
 * made of it; a {@link Spline} makes the others. One audio thread's own.
 */
public final class BandNoise {
    /** What is nearer to half the sample rate than this ends there by itself. */
    private static final double TOP = 0.45;
    /** Variance of numbers that are uniform in -1…+1. */
    private static final double SOURCE_VARIANCE = 1 / 3.0;

    private final RandomNumbers source;
    private final ButterworthSection[] sections;
    private final float[] made;
    private final Spline spline;
    private final double scale;

    /**
     * Noise between two frequencies, as far as the sample rate goes.
     *
     * @param lowHz well below half the sample rate
     * @param seed not 0
     */
    public BandNoise(int sampleRateHz, double lowHz, double highHz, int seed) {
        source = new RandomNumbers(seed);
        int step = Spline.step(sampleRateHz, highHz);
        int madeHz = sampleRateHz / step;
        List<ButterworthSection> all = new ArrayList<>();
        for (double q : ButterworthSection.Q) {
            all.add(ButterworthSection.highPass(lowHz, q, madeHz));
            if (highHz < TOP * madeHz) {
                all.add(ButterworthSection.lowPass(highHz, q, madeHz));
            }
        }
        sections = all.toArray(new ButterworthSection[0]);
        made = new float[Block.FRAMES / step];
        spline = new Spline(step);
        scale = 1 / StrictMath.sqrt(SOURCE_VARIANCE * power(madeHz / 2));
    }

    public void render(float[] out) {
        for (int k = 0; k < made.length; k++) {
            made[k] = (float) (scale * filter(source.next()));
        }
        finish(out);
    }

    private void finish(float[] out) {
        if (made.length < Block.FRAMES) {
            spline.render(made, out);
        } else {
            System.arraycopy(made, 0, out, 0, Block.FRAMES);
        }
    }

    private double filter(double white) {
        double x = white;
        for (ButterworthSection section : sections) {
            x = section.next(x);
        }
        return x;
    }

    /** Power that white noise of power 1 has in the end: that of its impulse response, of which half a second is all. */
    private double power(int samples) {
        float[] frames = new float[Block.FRAMES];
        double sum = 0;
        for (int i = 0; i < samples; i += made.length) {
            for (int k = 0; k < made.length; k++) {
                made[k] = (float) filter(i + k == 0 ? 1 : 0);
            }
            finish(frames);
            for (float frame : frames) {
                sum += (double) frame * frame;
            }
        }
        for (ButterworthSection section : sections) {
            section.restart();
        }
        return sum * made.length / Block.FRAMES;
    }
}
