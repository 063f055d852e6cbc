package io.echotrace.synth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Noise of one band, of RMS 1, that falls by 24 dB an octave on both sides of it. The lower the band, the fewer samples are
 * made of it; a {@link Spline} makes the others. One audio thread's own.
 */
public final class BandNoise {
    /** What is nearer to half the sample rate than this ends there by itself. */
    private static final double TOP = 0.45;

    private final WhiteNoise source;
    private final List<Butterworth> filters = new ArrayList<>();
    private final float[] made;
    private final Spline spline;
    private final float scale;

    /**
     * Noise between two frequencies, as far as the sample rate goes.
     *
     * @param lowHz well below half the sample rate
     * @param seed of the noise
     */
    public BandNoise(int sampleRateHz, double lowHz, double highHz, int seed) {
        int step = Spline.step(sampleRateHz, highHz);
        int madeHz = sampleRateHz / step;
        made = new float[Block.FRAMES / step];
        source = new WhiteNoise(seed, made.length);
        spline = new Spline(step);
        filters.add(Butterworth.highPass(lowHz, madeHz));
        if (highHz < TOP * madeHz) {
            filters.add(Butterworth.lowPass(highHz, madeHz));
        }
        scale = (float) (1 / StrictMath.sqrt(power(madeHz / 2)));
    }

    public void render(float[] out) {
        source.render(scale, made);
        finish(out);
    }

    private void finish(float[] out) {
        for (int k = 0; k < filters.size(); k++) { // an iterator would be allocated
            filters.get(k).filter(made);
        }
        if (made.length < Block.FRAMES) {
            spline.render(made, out);
        } else {
            System.arraycopy(made, 0, out, 0, Block.FRAMES);
        }
    }

    /** Power that white noise of power 1 has in the end: that of its impulse response, of which half a second is all. */
    private double power(int samples) {
        float[] frames = new float[Block.FRAMES];
        double sum = 0;
        for (int i = 0; i < samples; i += made.length) {
            Arrays.fill(made, 0);
            made[0] = i == 0 ? 1 : 0;
            finish(frames);
            for (float frame : frames) {
                sum += (double) frame * frame;
            }
        }
        filters.forEach(Butterworth::restart);
        return sum * made.length / Block.FRAMES;
    }
}
