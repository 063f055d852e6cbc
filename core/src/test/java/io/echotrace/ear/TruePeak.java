package io.echotrace.ear;

/**
 * The peak of the continuous waveform that the samples stand for, by ITU-R BS.1770-4 annex 2: four-fold oversampling. Each
 * of the three phases between samples is a windowed sinc of 32 taps; a sine below 0.45 of the sample rate reads within
 * 0.7 dB, most of which is the grid of four points and not the filter.
 */
public final class TruePeak {
    private static final int FACTOR = 4;
    private static final int HALF_TAPS = 16;

    private TruePeak() {}

    /** The true peak of the loudest channel in dBTP; silence is negative infinity. */
    public static double dbtp(Recording recording) {
        double peak = 0;
        for (int c = 0; c < recording.channelCount(); c++) {
            peak = Math.max(peak, peak(recording.channel(c)));
        }
        return 20 * Math.log10(peak);
    }

    private static double peak(float[] samples) {
        double peak = 0;
        for (float sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        for (int phase = 1; phase < FACTOR; phase++) {
            double[] taps = taps((double) phase / FACTOR);
            for (int i = -1; i < samples.length; i++) {
                peak = Math.max(peak, Math.abs(between(samples, i, taps)));
            }
        }
        return peak;
    }

    /** The waveform a fraction of a sample after sample i. */
    private static double between(float[] samples, int i, double[] taps) {
        int first = i - HALF_TAPS + 1;
        int to = Math.min(taps.length, samples.length - first);
        double sum = 0;
        for (int t = Math.max(0, -first); t < to; t++) {
            sum += taps[t] * samples[first + t];
        }
        return sum;
    }

    private static double[] taps(double fraction) {
        double[] taps = new double[2 * HALF_TAPS];
        double sum = 0;
        for (int t = 0; t < taps.length; t++) {
            double x = t - HALF_TAPS + 1 - fraction;
            double window = Math.pow(Math.cos(Math.PI * x / (2 * HALF_TAPS)), 2);
            taps[t] = window * Math.sin(Math.PI * x) / (Math.PI * x);
            sum += taps[t];
        }
        for (int t = 0; t < taps.length; t++) {
            taps[t] /= sum;
        }
        return taps;
    }
}
