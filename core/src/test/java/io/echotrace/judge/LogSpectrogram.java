package io.echotrace.judge;

import java.util.Arrays;

/** A spectrogram in decibels on a scale of 48 steps an octave, as the ear has it. */
final class LogSpectrogram {
    static final int STEPS_PER_OCTAVE = 48;

    private static final double LOWEST_HZ = 32;

    private final double[][] levels;

    private LogSpectrogram(double[][] levels) {
        this.levels = levels;
    }

    /** The largest bin within each step, up to 10 kHz. */
    static LogSpectrogram of(Spectrogram linear) {
        int steps = step(Features.HIGHEST_HZ);
        double[][] levels = new double[linear.frames()][steps];
        for (int step = 0; step < steps; step++) {
            int from = (int) Math.round(hz(step - 0.5) / linear.binHz());
            int to = Math.max(from + 1, (int) Math.round(hz(step + 0.5) / linear.binHz()));
            for (int frame = 0; frame < levels.length; frame++) {
                levels[frame][step] = Statistics.decibels(largest(linear.power(frame), from, to));
            }
        }
        return new LogSpectrogram(levels);
    }

    private static double largest(float[] power, int from, int to) {
        float largest = 0;
        for (int bin = from; bin < Math.min(to, power.length); bin++) {
            largest = Math.max(largest, power[bin]);
        }
        return largest;
    }

    int frames() {
        return levels.length;
    }

    /** The level at a step, or at the end of the scale that is nearest. */
    double level(int frame, int step) {
        return levels[frame][Math.max(0, Math.min(levels[frame].length - 1, step))];
    }

    /** The levels of all frames, each at a step of its own. */
    double[] levels(int[] steps) {
        double[] path = new double[steps.length];
        Arrays.setAll(path, frame -> level(frame, steps[frame]));
        return path;
    }

    static int step(double hz) {
        return steps(hz / LOWEST_HZ);
    }

    /** How many steps a ratio of frequencies is. */
    static int steps(double ratio) {
        return (int) Math.round(STEPS_PER_OCTAVE * Math.log(ratio) / Math.log(2));
    }

    static double hz(double step) {
        return LOWEST_HZ * Math.pow(2, step / STEPS_PER_OCTAVE);
    }
}
