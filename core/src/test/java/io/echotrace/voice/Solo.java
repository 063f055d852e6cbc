package io.echotrace.voice;

import io.echotrace.ear.Recording;
import io.echotrace.timeline.Control;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One voice apart from all others: what a scene has that the same scene without the voice has not. */
final class Solo {
    private Solo() {}

    /** The next seconds of two scenes, subtracted from each other frame by frame. */
    static Recording of(Stage with, Stage without, double seconds) {
        return combined(with.play(seconds), 1, without.play(seconds), -1);
    }

    /** A bed at rest, with nothing else in it. */
    static Stage bed(int sampleRateHz, double pitch) {
        return Stage.healthy(sampleRateHz)
                .with(Control.GROUND_PITCH, pitch)
                .with(Control.PULSE_HZ, 0)
                .at(0);
    }

    /** Both recordings, each times a factor. */
    static Recording combined(Recording a, double factorA, Recording b, double factorB) {
        float[][] channels = new float[2][a.frames()];
        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < a.frames(); i++) {
                channels[c][i] = (float) (factorA * a.channel(c)[i] + factorB * b.channel(c)[i]);
            }
        }
        return Recording.of(a.sampleRate(), channels);
    }

    /** The mean frequency of a single tone or of narrow noise: rising zero crossings a second. */
    static double hz(Recording sound) {
        double[] crossings = crossings(sound);
        return (crossings.length - 1) / (crossings[crossings.length - 1] - crossings[0]);
    }

    /** The frequency of each period of a single tone. */
    static double[] periodsHz(Recording sound) {
        double[] at = crossings(sound);
        return IntStream.range(1, at.length)
                .mapToDouble(i -> 1 / (at[i] - at[i - 1]))
                .toArray();
    }

    /** How alike both channels are: 1 is the same, 0 nothing in common. */
    static double correlation(Recording sound) {
        double both = 0;
        double left = 0;
        double right = 0;
        for (int i = 0; i < sound.frames(); i++) {
            double l = sound.channel(0)[i];
            double r = sound.channel(1)[i];
            both += l * r;
            left += l * l;
            right += r * r;
        }
        return both / Math.sqrt(left * right);
    }

    /** Seconds at which the mean of both channels rises through zero. */
    private static double[] crossings(Recording sound) {
        float[] samples = sound.mono().channel(0);
        List<Double> at = new ArrayList<>();
        for (int i = 1; i < samples.length; i++) {
            if (samples[i - 1] < 0 && samples[i] >= 0) {
                at.add((i - samples[i] / (double) (samples[i] - samples[i - 1])) / sound.sampleRate());
            }
        }
        return at.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
