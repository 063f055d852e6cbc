package io.echotrace.judge;

import java.util.Arrays;
import org.hipparchus.transform.DftNormalization;
import org.hipparchus.transform.FastFourierTransformer;
import org.hipparchus.transform.TransformType;

/** How each half octave moves: its levels, its rises, the rhythm of its onsets, and how it trembles from 0.4 to 80 Hz. */
final class MovementFeatures {
    private static final double[] SHARES = {0.01, 0.05, 0.25, 0.75, 0.95, 0.99, 0.998};
    private static final double SLOWEST_HZ = 0.4;
    private static final double FASTEST_HZ = 80;
    private static final int RANGES = 14;
    private static final double RISE_DB = 4;
    private static final double RISE_SECONDS = 0.015;
    private static final double APART_SECONDS = 0.03;

    private MovementFeatures() {}

    static void add(Spectrogram quick, Features to) {
        double overall = Statistics.median(
                Statistics.decibels(quick.band(Features.LOWEST_HZ, Features.HIGHEST_HZ)));
        to.add(overall);
        double step = Math.sqrt(2);
        for (double low = Features.LOWEST_HZ; low * step < Features.HIGHEST_HZ; low *= step) {
            double[] power = quick.band(low, low * step);
            double[] levels = Statistics.decibels(power);
            levels(levels, overall, to);
            onsets(levels, quick.hop(), to);
            trembling(power, quick.hop(), to);
        }
    }

    private static void levels(double[] levels, double overall, Features to) {
        double[] sorted = Statistics.sorted(levels);
        double median = Statistics.quantile(sorted, 0.5);
        to.add(median - overall);
        for (double share : SHARES) {
            to.add(Statistics.quantile(sorted, share) - median);
        }
    }

    private static void onsets(double[] levels, double hop, Features to) {
        int rise = (int) Math.round(RISE_SECONDS / hop);
        double[] rises = new double[levels.length - rise];
        Arrays.setAll(rises, i -> Math.max(0, levels[i + rise] - levels[i]));
        double[] sorted = Statistics.sorted(rises);
        to.add(Statistics.mean(rises));
        to.add(Statistics.quantile(sorted, 0.95));
        to.add(Statistics.quantile(sorted, 0.99));
        int apart = (int) Math.round(APART_SECONDS / hop);
        int[] peaks = peaks(rises, apart);
        double[] intervals = new double[Math.max(0, peaks.length - 1)];
        Arrays.setAll(intervals, i -> (peaks[i + 1] - peaks[i]) * hop);
        boolean rhythm = intervals.length >= 3;
        to.add(Math.log(1 + peaks.length));
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

    /** The spectrum of the amplitude in ranges: how much in all, and how far one frequency stands out. */
    private static void trembling(double[] power, double hop, Features to) {
        double[][] complex = new double[2][Integer.highestOneBit(2 * power.length - 1)];
        double mean = Arrays.stream(power).map(Math::sqrt).average().orElse(0);
        for (int i = 0; i < power.length; i++) {
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / power.length);
            complex[0][i] = (Math.sqrt(power[i]) / (mean + 1e-9) - 1) * window / power.length;
        }
        FastFourierTransformer.transformInPlace(complex, DftNormalization.STANDARD, TransformType.FORWARD);
        double binHz = 1 / (hop * complex[0].length);
        double step = Math.pow(FASTEST_HZ / SLOWEST_HZ, 1.0 / RANGES);
        double low = SLOWEST_HZ;
        for (int range = 0; range < RANGES; range++, low *= step) {
            int from = (int) Math.ceil(low / binHz);
            int to2 = Math.max(from + 1, (int) Math.ceil(low * step / binHz));
            double sum = 0;
            double largest = 0;
            for (int bin = from; bin < to2; bin++) {
                double here = complex[0][bin] * complex[0][bin] + complex[1][bin] * complex[1][bin];
                sum += here;
                largest = Math.max(largest, here);
            }
            to.add(10 * Math.log10(sum + 1e-7));
            to.add(10 * Math.log10((largest + 1e-7) / (sum / (to2 - from) + 1e-7)));
        }
    }
}
