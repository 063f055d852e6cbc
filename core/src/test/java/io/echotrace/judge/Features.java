package io.echotrace.judge;

import io.echotrace.ear.Recording;
import java.util.Arrays;

/**
 * What is heard in a clip, as numbers. All is taken from the mean of the channels and from below 10 kHz, so that a clip
 * has the same features in stereo and in mono, at 24 kHz and at 22.05.
 */
final class Features {
    static final double LOWEST_HZ = 50;
    static final double HIGHEST_HZ = 10_000;

    private double[] values = new double[2048];
    private int count;

    private Features() {}

    static double[] of(Recording clip) {
        Features features = new Features();
        Spectrogram quick = Spectrogram.of(clip, 0.02, 0.005);
        Spectrogram fine = Spectrogram.of(clip, 0.16, 0.04);
        MovementFeatures.add(quick, features);
        SilenceFeatures.add(quick, features);
        ColorFeatures.add(fine, features);
        ChordFeatures.add(fine, features);
        return Arrays.copyOf(features.values, features.count);
    }

    void add(double value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = Double.isFinite(value) ? value : 0;
    }
}
