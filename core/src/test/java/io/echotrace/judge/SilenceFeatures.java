package io.echotrace.judge;

import java.util.Arrays;

/** Whether the bed stops, for how long, and whether it falls before. */
final class SilenceFeatures {
    private static final double LOW_HZ = 150;
    private static final double HIGH_HZ = 1200;
    private static final double[] SHARES = {0.005, 0.01, 0.02, 0.05, 0.1};
    private static final double[] DEPTHS = {6, 12, 20};
    private static final double SILENT_DB = 12;

    private SilenceFeatures() {}

    static void add(Spectrogram quick, Features to) {
        double[] levels = Statistics.decibels(quick.band(LOW_HZ, HIGH_HZ));
        double median = Statistics.median(levels);
        double[] sorted = Statistics.sorted(levels);
        for (double share : SHARES) {
            to.add(Statistics.quantile(sorted, share) - median);
        }
        for (double depth : DEPTHS) {
            long deep = Arrays.stream(levels)
                    .filter(level -> level < median - depth)
                    .count();
            to.add(Math.log(0.001 + (double) deep / levels.length));
        }
        double[] pitch = pitches(quick, levels, median - SILENT_DB);
        holes(levels, quick.hop(), median - SILENT_DB, pitch, to);
        falls(pitch, to);
    }

    /** Octaves from the usual pitch of what is loudest in each frame; 0 where it is silent. */
    private static double[] pitches(Spectrogram quick, double[] levels, double silent) {
        double[] octaves = new double[quick.frames()];
        for (int frame = 0; frame < octaves.length; frame++) {
            octaves[frame] = centroid(quick, frame);
        }
        double usual = Statistics.median(octaves);
        for (int frame = 0; frame < octaves.length; frame++) {
            octaves[frame] = levels[frame] < silent ? 0 : octaves[frame] - usual;
        }
        return octaves;
    }

    /** Where the middle of the power below 1.2 kHz is, in octaves. */
    private static double centroid(Spectrogram quick, int frame) {
        double sum = 1e-12;
        double weighted = 0;
        float[] power = quick.power(frame);
        for (int bin = quick.binAbove(60); bin < quick.binAbove(HIGH_HZ); bin++) {
            sum += power[bin];
            weighted += power[bin] * Math.log(bin * quick.binHz()) / Math.log(2);
        }
        return weighted / sum;
    }

    private static void holes(double[] levels, double hop, double silent, double[] pitch, Features to) {
        int count = 0;
        int longest = 0;
        double lowest = 0;
        for (int i = 0; i < levels.length; i++) {
            int start = i;
            while (i < levels.length && levels[i] < silent) {
                i++;
            }
            if (i - start >= 2) {
                count++;
                longest = Math.max(longest, i - start);
                int before = Math.max(0, start - 60);
                lowest = Math.min(
                        lowest,
                        Arrays.stream(pitch, before, Math.max(before + 1, start - 2))
                                .min()
                                .orElse(0));
            }
        }
        to.add(count / (levels.length * hop));
        to.add(Math.log(0.01 + longest * hop));
        to.add(lowest);
    }

    private static void falls(double[] pitch, Features to) {
        double[] sorted = Statistics.sorted(pitch);
        for (double share : SHARES) {
            to.add(Statistics.quantile(sorted, share));
            to.add(Statistics.quantile(sorted, 1 - share));
        }
    }
}
