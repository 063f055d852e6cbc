package io.echotrace.judge;

import java.util.Arrays;

/** What the spectrum is like: the levels of sixths of octaves, and of the noise between the tones. */
final class ColorFeatures {
    private static final double LOWEST_NOISE_HZ = 400;
    /** Between partials most bins are of noise. */
    private static final double NOISE_SHARE = 0.2;

    private ColorFeatures() {}

    static void add(Spectrogram fine, Features to) {
        double overall = Statistics.median(Statistics.decibels(fine.band(Features.LOWEST_HZ, Features.HIGHEST_HZ)));
        double sixth = Math.pow(2, 1 / 6.0);
        for (double low = Features.LOWEST_HZ; low * sixth < Features.HIGHEST_HZ; low *= sixth) {
            levels(Statistics.decibels(fine.band(low, low * sixth)), overall, to);
        }
        double third = Math.pow(2, 1 / 3.0);
        for (double low = LOWEST_NOISE_HZ; low * third < Features.HIGHEST_HZ; low *= third) {
            levels(noise(fine, low, low * third), overall, to);
        }
    }

    private static void levels(double[] levels, double overall, Features to) {
        double[] sorted = Statistics.sorted(levels);
        double median = Statistics.quantile(sorted, 0.5);
        to.add(median - overall);
        to.add(median - Statistics.quantile(sorted, 0.1));
        to.add(Statistics.quantile(sorted, 0.9) - median);
        to.add(Statistics.quantile(sorted, 0.99) - median);
        to.add(Statistics.deviation(levels));
    }

    private static double[] noise(Spectrogram fine, double lowHz, double highHz) {
        int from = fine.binAbove(lowHz);
        int to = fine.binAbove(highHz);
        double[] levels = new double[fine.frames()];
        double[] bins = new double[to - from];
        for (int frame = 0; frame < levels.length; frame++) {
            float[] power = fine.power(frame);
            Arrays.setAll(bins, i -> power[from + i]);
            Arrays.sort(bins);
            levels[frame] = Statistics.decibels(Statistics.quantile(bins, NOISE_SHARE) * bins.length);
        }
        return levels;
    }
}
