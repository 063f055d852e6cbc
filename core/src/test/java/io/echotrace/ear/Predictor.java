package io.echotrace.ear;

/**
 * Takes away what is steady: the error of predicting each sample from what sounded 8 to 32 ms before it, with
 * coefficients fitted to the second around it (the adaptive line enhancer of [Widrow 1975], solved in blocks by Levinson's
 * recursion). Steady partials, beating or not, are predicted and vanish. Noise cannot be predicted and stays as it was. What
 * sets in stays whole for its first 8 ms, which are the part between a sample and what it is predicted from. What glides or
 * trembles vanishes in part.
 */
final class Predictor {
    private static final double GAP = 0.008;
    private static final double SPAN = 0.024;
    private static final double BLOCK = 0.25;
    private static final double FIT = 1;
    /** Added white noise, relative to the signal's power: how far a steady sound is taken away at most. */
    private static final double NOISE = 1e-6;

    private final double[] samples;
    private final int gap;
    private final int taps;
    private final int block;
    private final int margin;

    private Predictor(double[] samples, double sampleRate) {
        this.samples = samples;
        this.gap = (int) Math.round(GAP * sampleRate);
        this.taps = (int) Math.round(SPAN * sampleRate);
        this.block = (int) Math.round(BLOCK * sampleRate);
        this.margin = (int) Math.round((FIT - BLOCK) / 2 * sampleRate);
    }

    static double[] errors(double[] samples, double sampleRate) {
        return new Predictor(samples, sampleRate).errors();
    }

    private double[] errors() {
        double[] errors = samples.clone();
        for (int from = 0; from < samples.length; from += block) {
            int to = Math.min(samples.length, from + block);
            double[] filter = solve(autocorrelation(from));
            for (int i = from; i < to; i++) {
                for (int k = 0; k < Math.min(taps, i - gap + 1); k++) {
                    errors[i] -= filter[k] * samples[i - gap - k];
                }
            }
        }
        return errors;
    }

    /** Of the second around a block, under a Hann window; at the ends of the recording it is moved, not shortened. */
    private double[] autocorrelation(int blockFrom) {
        int from = Math.max(0, Math.min(blockFrom - margin, samples.length - block - 2 * margin));
        int to = Math.min(samples.length, from + block + 2 * margin);
        double[] windowed = new double[to - from];
        for (int i = 0; i < windowed.length; i++) {
            windowed[i] = samples[from + i] * Math.pow(Math.sin(Math.PI * (i + 0.5) / windowed.length), 2);
        }
        double[] lags = new double[gap + taps];
        for (int lag = 0; lag < lags.length; lag++) {
            for (int i = lag; i < windowed.length; i++) {
                lags[lag] += windowed[i] * windowed[i - lag];
            }
        }
        lags[0] = lags[0] * (1 + NOISE) + Double.MIN_NORMAL;
        return lags;
    }

    /** The filter that best predicts across the gap: the Toeplitz system of the lags, by Levinson's recursion. */
    private double[] solve(double[] lags) {
        double[] filter = new double[taps];
        double[] step = new double[taps]; // predicts one sample ahead; each order is built on the one before
        step[0] = 1;
        double power = lags[0];
        filter[0] = lags[gap] / power;
        for (int order = 1; order < taps; order++) {
            power = extend(step, lags, order, power);
            double missing = lags[gap + order];
            for (int k = 0; k < order; k++) {
                missing -= filter[k] * lags[order - k];
            }
            for (int k = 0; k <= order; k++) {
                filter[k] += missing / power * step[order - k];
            }
        }
        return filter;
    }

    /** Durbin's step: makes the one-sample predictor one longer and returns the power of its error. */
    private static double extend(double[] step, double[] lags, int order, double power) {
        double sum = 0;
        for (int k = 0; k < order; k++) {
            sum += step[k] * lags[order - k];
        }
        double reflection = -sum / power;
        for (int k = 0; k <= order / 2; k++) { // both ends at once, since each needs the other's old value
            double low = step[k];
            double high = step[order - k];
            step[k] = low + reflection * high;
            step[order - k] = high + reflection * low;
        }
        return power * (1 - reflection * reflection);
    }
}
