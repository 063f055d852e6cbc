package io.echotrace.ear;

/**
 * Takes away what is steady: the error of predicting each sample from those before it, with coefficients fitted to the
 * second around it (linear prediction, autocorrelation method [Makhoul 1975]). Steady partials, beating or not, are
 * predicted and vanish; what sets in is not, and stays with its first sample in place. What glides or trembles vanishes in
 * part.
 */
final class Predictor {
    private static final double ORDER_SECONDS = 0.016;
    private static final double BLOCK = 0.25;
    private static final double FIT = 1;
    /** Added white noise, relative to the signal's power: how far a steady sound is taken away at most. */
    private static final double NOISE = 1e-6;

    private Predictor() {}

    static double[] errors(double[] samples, double sampleRate) {
        int order = (int) Math.round(ORDER_SECONDS * sampleRate);
        int block = (int) Math.round(BLOCK * sampleRate);
        int margin = (int) Math.round((FIT - BLOCK) / 2 * sampleRate);
        double[] errors = new double[samples.length];
        for (int from = 0; from < samples.length; from += block) {
            int to = Math.min(samples.length, from + block);
            // at the ends of the recording the stretch is moved, not shortened
            int fitFrom = Math.max(0, Math.min(from - margin, samples.length - block - 2 * margin));
            int fitTo = Math.min(samples.length, fitFrom + block + 2 * margin);
            double[] filter = errorFilter(autocorrelation(samples, fitFrom, fitTo, order));
            for (int i = from; i < to; i++) {
                for (int k = 0; k <= Math.min(i, order); k++) {
                    errors[i] += filter[k] * samples[i - k];
                }
            }
        }
        return errors;
    }

    private static double[] autocorrelation(double[] samples, int from, int to, int order) {
        double[] windowed = new double[to - from];
        for (int i = 0; i < windowed.length; i++) {
            windowed[i] = samples[from + i] * Math.pow(Math.sin(Math.PI * (i + 0.5) / windowed.length), 2);
        }
        double[] lags = new double[order + 1];
        for (int lag = 0; lag <= order; lag++) {
            for (int i = lag; i < windowed.length; i++) {
                lags[lag] += windowed[i] * windowed[i - lag];
            }
        }
        lags[0] = lags[0] * (1 + NOISE) + Double.MIN_NORMAL;
        return lags;
    }

    /** Levinson's and Durbin's recursion. */
    private static double[] errorFilter(double[] lags) {
        double[] filter = new double[lags.length];
        filter[0] = 1;
        double power = lags[0];
        for (int order = 1; order < lags.length; order++) {
            double sum = 0;
            for (int k = 0; k < order; k++) {
                sum += filter[k] * lags[order - k];
            }
            double reflection = -sum / power;
            for (int k = 0; k <= order / 2; k++) { // both ends at once, since each needs the other's old value
                double low = filter[k];
                double high = filter[order - k];
                filter[k] = low + reflection * high;
                filter[order - k] = high + reflection * low;
            }
            power *= 1 - reflection * reflection;
        }
        return filter;
    }
}
