package io.echotrace.judge;

import io.echotrace.ear.Recording;
import org.hipparchus.transform.DftNormalization;
import org.hipparchus.transform.FastFourierTransformer;
import org.hipparchus.transform.TransformType;

/** The power spectra of the frames of a recording's mean of channels, under Hann windows. */
final class Spectrogram {
    private final double hop;
    private final double binHz;
    private final float[][] power;

    private Spectrogram(double hop, double binHz, float[][] power) {
        this.hop = hop;
        this.binHz = binHz;
        this.power = power;
    }

    /** Frames of some seconds, one every hop seconds. */
    static Spectrogram of(Recording recording, double seconds, double hop) {
        float[] samples = recording.mono().channel(0);
        int rate = recording.sampleRate();
        double[] window = window((int) Math.round(seconds * rate));
        int size = Integer.highestOneBit(2 * window.length - 1);
        int count = 1 + (int) ((samples.length - window.length - 1) / (hop * rate));
        float[][] power = new float[count][size / 2];
        for (int frame = 0; frame < count; frame += 2) { // two at once, as one complex signal
            double[][] complex = new double[2][size];
            for (int part = 0; part < 2 && frame + part < count; part++) {
                int from = (int) Math.round((frame + part) * hop * rate);
                for (int i = 0; i < window.length; i++) {
                    complex[part][i] = samples[from + i] * window[i];
                }
            }
            FastFourierTransformer.transformInPlace(complex, DftNormalization.STANDARD, TransformType.FORWARD);
            separate(complex, power[frame], power[Math.min(frame + 1, count - 1)], frame + 1 < count);
        }
        return new Spectrogram(hop, (double) rate / size, power);
    }

    private static void separate(double[][] both, float[] first, float[] second, boolean hasSecond) {
        int size = both[0].length;
        for (int bin = 0; bin < first.length; bin++) {
            int mirror = (size - bin) % size;
            double sumRe = both[0][bin] + both[0][mirror];
            double sumIm = both[1][bin] - both[1][mirror];
            double differenceRe = both[0][bin] - both[0][mirror];
            double differenceIm = both[1][bin] + both[1][mirror];
            first[bin] = (float) (0.25 * (sumRe * sumRe + sumIm * sumIm));
            if (hasSecond) {
                second[bin] = (float) (0.25 * (differenceRe * differenceRe + differenceIm * differenceIm));
            }
        }
    }

    /** Scaled so that a sine's power is the same under windows of any length. */
    private static double[] window(int length) {
        double[] window = new double[length];
        for (int i = 0; i < length; i++) {
            window[i] = (1 - Math.cos(2 * Math.PI * (i + 0.5) / length)) * 2 / length;
        }
        return window;
    }

    int frames() {
        return power.length;
    }

    /** Seconds from frame to frame. */
    double hop() {
        return hop;
    }

    double binHz() {
        return binHz;
    }

    float[] power(int frame) {
        return power[frame];
    }

    /** The first bin at or above a frequency, at most one past the last. */
    int binAbove(double hz) {
        return (int) Math.min(power[0].length, Math.ceil(hz / binHz));
    }

    /** The power of a band in each frame; at least that of its middle bin. */
    double[] band(double lowHz, double highHz) {
        int from = binAbove(lowHz);
        int to = Math.min(power[0].length, Math.max(from + 1, binAbove(highHz)));
        double[] sums = new double[power.length];
        for (int frame = 0; frame < sums.length; frame++) {
            for (int bin = from; bin < to; bin++) {
                sums[frame] += power[frame][bin];
            }
        }
        return sums;
    }
}
