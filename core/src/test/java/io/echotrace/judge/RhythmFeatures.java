package io.echotrace.judge;

import java.util.Arrays;

/** How a level rises, how often, and how regularly. */
final class RhythmFeatures {
    private static final double RISE_DB = 4;
    private static final double RISE_SECONDS = 0.015;
    private static final double APART_SECONDS = 0.03;
    private static final double SHORTEST_BEAT = 0.08;
    private static final double LONGEST_BEAT = 1.2;

    private RhythmFeatures() {}

    static void add(double[] levels, double hop, Features to) {
        int rise = (int) Math.round(RISE_SECONDS / hop);
        double[] rises = new double[levels.length - rise];
        Arrays.setAll(rises, i -> Math.max(0, levels[i + rise] - levels[i]));
        double[] sorted = Statistics.sorted(rises);
        to.add(Statistics.mean(rises));
        to.add(Statistics.quantile(sorted, 0.95));
        to.add(Statistics.quantile(sorted, 0.99));
        onsets(rises, hop, to);
        beat(rises, hop, to);
    }

    private static void onsets(double[] rises, double hop, Features to) {
        int[] peaks = peaks(rises, (int) Math.round(APART_SECONDS / hop));
        double[] intervals = new double[Math.max(0, peaks.length - 1)];
        Arrays.setAll(intervals, i -> (peaks[i + 1] - peaks[i]) * hop);
        boolean rhythm = intervals.length >= 3;
        to.add(Math.log(0.1 + peaks.length / (rises.length * hop)));
        to.add(rhythm ? Math.log(Statistics.median(intervals)) : 0);
        to.add(rhythm ? Statistics.deviation(intervals) / Statistics.mean(intervals) : 1);
        to.add(Arrays.stream(peaks).mapToDouble(at -> rises[at]).average().orElse(0));
    }

    /** Where the level rises enough, and more than a little before and after. */
    private static int[] peaks(double[] rises, int apart) {
        int[] peaks = new int[rises.length];
        int count = 0;
        for (int i = 0; i < rises.length; i++) {
            if (rises[i] >= RISE_DB && isHighest(rises, i, apart)) {
                peaks[count++] = i;
                i += apart;
            }
        }
        return Arrays.copyOf(peaks, count);
    }

    private static boolean isHighest(double[] values, int at, int around) {
        for (int i = Math.max(0, at - around); i <= Math.min(values.length - 1, at + around); i++) {
            if (values[i] > values[at]) {
                return false;
            }
        }
        return true;
    }

    /** The beat by which the rises repeat themselves best, how well they do, and after two and three beats. */
    private static void beat(double[] rises, double hop, Features to) {
        double mean = Statistics.mean(rises);
        double[] centered = Arrays.stream(rises).map(rise -> rise - mean).toArray();
        double[] likeness = new double[(int) (LONGEST_BEAT / hop)];
        double self = product(centered, 0) + 1e-9;
        Arrays.setAll(likeness, lag -> product(centered, lag) / self);
        int best = (int) (SHORTEST_BEAT / hop);
        for (int lag = best; lag < likeness.length; lag++) {
            best = likeness[lag] > likeness[best] ? lag : best;
        }
        to.add(Math.log(best * hop));
        to.add(likeness[best]);
        to.add(largestNear(centered, 2 * best) / self);
        to.add(largestNear(centered, 3 * best) / self);
    }

    private static double product(double[] values, int lag) {
        double sum = 0;
        for (int i = 0; i + lag < values.length; i++) {
            sum += values[i] * values[i + lag];
        }
        return sum;
    }

    private static double largestNear(double[] values, int lag) {
        return Math.max(product(values, lag - 1), Math.max(product(values, lag), product(values, lag + 1)));
    }
}
