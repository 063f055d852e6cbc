package io.echotrace.judge;

import java.util.Arrays;

/** Figures that sum up a sequence of values. */
final class Statistics {
    private Statistics() {}

    static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** The value below which a share of sorted values lies. */
    static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    static double median(double[] values) {
        return quantile(sorted(values), 0.5);
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElse(0));
    }

    /** 10 log₁₀, not below -110 dB, which is less than the noise of 16 bits in any band. */
    static double decibels(double power) {
        return 10 * Math.log10(power + 1e-11);
    }

    static double[] decibels(double[] powers) {
        return Arrays.stream(powers).map(Statistics::decibels).toArray();
    }
}
