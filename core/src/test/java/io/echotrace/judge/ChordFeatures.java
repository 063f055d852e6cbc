package io.echotrace.judge;

import java.util.Arrays;

/** The chord: where its root is and how it moves, and the spectrum as it lies around the root. */
final class ChordFeatures {
    private static final double LOWEST_HZ = 95;
    private static final double HIGHEST_HZ = 830;
    private static final int STEPS_PER_OCTAVE = 48;
    private static final double[] PARTIALS = {1, 1.5, 2, 3, 4, 4.5, 6};
    /** How far the root may go from frame to frame, in steps. */
    private static final int REACH = 3;

    private static final int BELOW = 36;
    private static final int ABOVE = 84;
    private static final int CELLS_PER_OCTAVE = 24;

    private ChordFeatures() {}

    static void add(Spectrogram fine, Features to) {
        double[] roots = roots(fine);
        double[] octaves = Arrays.stream(roots).map(hz -> Math.log(hz) / Math.log(2)).toArray();
        double[] sorted = Statistics.sorted(octaves);
        to.add(Statistics.quantile(sorted, 0.5));
        to.add(Statistics.deviation(octaves));
        to.add(sorted[sorted.length - 1] - sorted[0]);
        to.add(octaves[octaves.length - 1] - octaves[0]);
        double[] atRoot = new double[roots.length];
        Arrays.setAll(atRoot, frame -> level(fine, frame, roots[frame]));
        for (int cell = -BELOW; cell <= ABOVE; cell++) {
            double ratio = Math.pow(2, (double) cell / CELLS_PER_OCTAVE);
            double[] levels = new double[roots.length];
            Arrays.setAll(levels, frame -> level(fine, frame, ratio * roots[frame]) - atRoot[frame]);
            double[] ordered = Statistics.sorted(levels);
            to.add(Statistics.quantile(ordered, 0.5));
            to.add(Statistics.quantile(ordered, 0.9) - Statistics.quantile(ordered, 0.1));
        }
    }

    /** In hertz, frame by frame: the path on which most of the power is in the partials of the root. */
    static double[] roots(Spectrogram fine) {
        int steps = (int) (STEPS_PER_OCTAVE * Math.log(HIGHEST_HZ / LOWEST_HZ) / Math.log(2));
        double[] best = new double[steps];
        int[][] from = new int[fine.frames()][steps];
        for (int frame = 0; frame < fine.frames(); frame++) {
            double[] next = new double[steps];
            for (int step = 0; step < steps; step++) {
                int before = highest(best, step);
                from[frame][step] = before;
                next[step] = best[before] - Math.abs(step - before) + score(fine, frame, hz(step));
            }
            best = next;
        }
        double[] roots = new double[fine.frames()];
        int step = indexOfHighest(best, 0, steps);
        for (int frame = fine.frames() - 1; frame >= 0; frame--) {
            roots[frame] = hz(step);
            step = from[frame][step];
        }
        return roots;
    }

    private static int highest(double[] best, int step) {
        return indexOfHighest(best, Math.max(0, step - REACH), Math.min(best.length, step + REACH + 1));
    }

    private static int indexOfHighest(double[] values, int from, int to) {
        int highest = from;
        for (int i = from; i < to; i++) {
            highest = values[i] > values[highest] ? i : highest;
        }
        return highest;
    }

    private static double hz(int step) {
        return LOWEST_HZ * Math.pow(2, (double) step / STEPS_PER_OCTAVE);
    }

    private static double score(Spectrogram fine, int frame, double root) {
        double sum = 0;
        for (double partial : PARTIALS) {
            sum += level(fine, frame, partial * root) / (1 + partial / 4);
        }
        return sum;
    }

    /** The largest bin within a cell of the grid, in decibels. */
    private static double level(Spectrogram fine, int frame, double hz) {
        double middle = hz / fine.binHz();
        float[] power = fine.power(frame);
        int bin = (int) Math.round(middle);
        if (bin >= power.length) {
            return Statistics.decibels(0);
        }
        double half = middle * 0.5 * (Math.pow(2, 1.0 / CELLS_PER_OCTAVE) - 1);
        double largest = power[bin];
        for (int i = (int) Math.ceil(middle - half); i <= middle + half && i < power.length; i++) {
            largest = Math.max(largest, power[i]);
        }
        return Statistics.decibels(largest);
    }
}
