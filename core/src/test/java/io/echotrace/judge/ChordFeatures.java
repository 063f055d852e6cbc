package io.echotrace.judge;

import java.util.Arrays;

/** The chord: where its root is and how it moves, and the spectrum as it lies around the root. */
final class ChordFeatures {
    private static final int LOWEST = LogSpectrogram.step(95);
    private static final int HIGHEST = LogSpectrogram.step(830);
    private static final double[] PARTIALS = {1, 1.5, 2, 3, 4, 4.5, 6};
    private static final int[] STEPS =
            Arrays.stream(PARTIALS).mapToInt(LogSpectrogram::steps).toArray();
    /** How far the root may go from frame to frame, in steps. */
    private static final int REACH = 3;

    private static final int BELOW = LogSpectrogram.steps(1 / 2.8);
    private static final int ABOVE = LogSpectrogram.steps(11.3);

    private ChordFeatures() {}

    /** Returns where the root usually is, in hertz. */
    static double add(Spectrogram fine, Features to) {
        LogSpectrogram spectrum = LogSpectrogram.of(fine);
        int[] roots = roots(spectrum);
        double[] path = Arrays.stream(roots).asDoubleStream().toArray();
        double[] sorted = Statistics.sorted(path);
        to.add(Statistics.quantile(sorted, 0.5));
        to.add(Statistics.deviation(path));
        to.add(sorted[sorted.length - 1] - sorted[0]);
        to.add(path[path.length - 1] - path[0]);
        double[] atRoot = spectrum.levels(roots);
        for (int above = BELOW; above <= ABOVE; above += 2) {
            int interval = above;
            double[] levels = spectrum.levels(
                    Arrays.stream(roots).map(root -> root + interval).toArray());
            Arrays.setAll(levels, frame -> levels[frame] - atRoot[frame]);
            double[] ordered = Statistics.sorted(levels);
            to.add(Statistics.quantile(ordered, 0.5));
            to.add(Statistics.quantile(ordered, 0.9) - Statistics.quantile(ordered, 0.1));
        }
        return LogSpectrogram.hz(Statistics.quantile(sorted, 0.5));
    }

    /** The step of each frame's root: the path on which most of the power is in its partials. */
    static int[] roots(LogSpectrogram spectrum) {
        int count = HIGHEST - LOWEST;
        double[] best = new double[count];
        int[][] from = new int[spectrum.frames()][count];
        for (int frame = 0; frame < spectrum.frames(); frame++) {
            double[] next = new double[count];
            for (int i = 0; i < count; i++) {
                int before = highest(best, Math.max(0, i - REACH), Math.min(count, i + REACH + 1));
                from[frame][i] = before;
                next[i] = best[before] - Math.abs(i - before) + score(spectrum, frame, LOWEST + i);
            }
            best = next;
        }
        int[] roots = new int[spectrum.frames()];
        int at = highest(best, 0, count);
        for (int frame = spectrum.frames() - 1; frame >= 0; frame--) {
            roots[frame] = LOWEST + at;
            at = from[frame][at];
        }
        return roots;
    }

    private static int highest(double[] values, int from, int to) {
        int highest = from;
        for (int i = from; i < to; i++) {
            highest = values[i] > values[highest] ? i : highest;
        }
        return highest;
    }

    private static double score(LogSpectrogram spectrum, int frame, int root) {
        double sum = 0;
        for (int i = 0; i < STEPS.length; i++) {
            sum += spectrum.level(frame, root + STEPS[i]) / (1 + PARTIALS[i] / 4);
        }
        return sum;
    }
}
