package io.echotrace.judge;

import java.util.Arrays;
import org.hipparchus.transform.DftNormalization;
import org.hipparchus.transform.FastFourierTransformer;
import org.hipparchus.transform.TransformType;

/** The spectrum of a band's amplitude from 0.4 to 80 Hz, in ranges: how much in all, and how far one frequency stands out. */
final class TrembleFeatures {
    private static final double SLOWEST_HZ = 0.4;
    private static final double FASTEST_HZ = 80;
    private static final int RANGES = 14;
    private static final double STEP = Math.pow(FASTEST_HZ / SLOWEST_HZ, 1.0 / RANGES);
    private static final double LEAST = 1e-7;

    private TrembleFeatures() {}

    static void add(double[] power, double hop, Features to) {
        double[] spectrum = spectrum(power);
        double binHz = 1 / (hop * 2 * spectrum.length);
        double low = SLOWEST_HZ;
        for (int range = 0; range < RANGES; range++) {
            int from = (int) Math.ceil(low / binHz);
            int end = Math.max(from + 1, (int) Math.ceil(low * STEP / binHz));
            double sum = Arrays.stream(spectrum, from, end).sum();
            double largest = Arrays.stream(spectrum, from, end).max().orElse(0);
            to.add(10 * Math.log10(sum + LEAST));
            to.add(10 * Math.log10((largest + LEAST) / (sum / (end - from) + LEAST)));
            low *= STEP;
        }
    }

    private static double[] spectrum(double[] power) {
        double[][] complex = new double[2][Integer.highestOneBit(2 * power.length - 1)];
        double mean = Arrays.stream(power).map(Math::sqrt).average().orElse(0);
        for (int i = 0; i < power.length; i++) {
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / power.length);
            complex[0][i] = (Math.sqrt(power[i]) / (mean + 1e-9) - 1) * window / power.length;
        }
        FastFourierTransformer.transformInPlace(complex, DftNormalization.STANDARD, TransformType.FORWARD);
        double[] spectrum = new double[complex[0].length / 2];
        Arrays.setAll(spectrum, bin -> complex[0][bin] * complex[0][bin] + complex[1][bin] * complex[1][bin]);
        return spectrum;
    }
}
