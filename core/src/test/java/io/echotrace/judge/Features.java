package io.echotrace.judge;

import io.echotrace.ear.Recording;
import java.util.Arrays;

/**
 * What is heard in a clip, as numbers. All is taken from the mean of the channels and from below 10 kHz, so that a clip
 * has the same features in stereo and in mono, at 24 kHz and at 22.05; and none grows with the clip's length.
 */
final class Features {
    static final double LOWEST_HZ = 50;
    static final double HIGHEST_HZ = 10_000;

    private static final double HALF_OCTAVE = Math.sqrt(2);
    /** Where the pulse may be, and what else is struck. */
    private static final double[] WIDE_BAND = {600, 3200};
    /** Of the chord's root: an octave below it, its own partials, and where the pulse is. */
    private static final double[] PARTIALS = {0.5, 1, 1.5, 2, 3};

    private double[] values = new double[2048];
    private int count;

    private Features() {}

    static Features of(Recording clip) {
        Features features = new Features();
        Spectrogram fine = Spectrogram.of(clip, 0.16, 0.04);
        ColorFeatures.add(fine, features);
        double root = ChordFeatures.add(fine, features);
        Spectrogram quick = Spectrogram.of(clip, 0.02, 0.005);
        SilenceFeatures.add(quick, features);
        double overall = Statistics.median(Statistics.decibels(quick.band(LOWEST_HZ, HIGHEST_HZ)));
        features.add(overall);
        for (double low = LOWEST_HZ; low * HALF_OCTAVE < HIGHEST_HZ; low *= HALF_OCTAVE) {
            BandFeatures.add(quick, low, low * HALF_OCTAVE, overall, features);
        }
        BandFeatures.add(quick, WIDE_BAND[0], WIDE_BAND[1], overall, features);
        for (double partial : PARTIALS) {
            BandFeatures.add(quick, 0.88 * partial * root, 1.14 * partial * root, overall, features);
        }
        return features;
    }

    void add(double value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = Double.isFinite(value) ? value : 0;
    }

    int size() {
        return count;
    }

    double get(int index) {
        return values[index];
    }
}
