package io.echotrace.it.budget;

import java.util.List;

/** Quantiles of a few numbers, interpolated between neighbors. NaN of none. */
public final class Median {
    private Median() {}

    public static double of(List<Double> numbers) {
        return quantile(numbers, 0.5);
    }

    public static double quantile(List<Double> numbers, double fraction) {
        if (numbers.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = numbers.stream().sorted().toList();
        double position = fraction * (sorted.size() - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (position - below) * (sorted.get(above) - sorted.get(below));
    }
}
