package io.echotrace.ear;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Levels of frequency bands: root mean square in dB of full scale, where a sine of full scale has -3.01. */
public final class Bands {
    private static final double FRAME = 0.2;

    private Bands() {}

    /** The level of a band, the mean of all channels, of a stretch of at least 0.2 s; silence is negative infinity. */
    public static double level(Recording recording, double lowHz, double highHz) {
        return level(Spectrum.frames(recording, FRAME, FRAME / 4), lowHz, highHz);
    }

    /** The levels of all third-octave bands from 50 Hz up to half the sample rate, by their middle frequency in hertz. */
    public static Map<Double, Double> thirdOctaves(Recording recording) {
        List<Spectrum> frames = Spectrum.frames(recording, FRAME, FRAME / 4);
        Map<Double, Double> levels = new TreeMap<>();
        double halfBand = Math.pow(2, 1 / 6.0);
        for (int third = -13; ; third++) { // counted from 1 kHz
            double middle = 1000 * Math.pow(2, third / 3.0);
            if (middle * halfBand > recording.sampleRate() / 2.0) {
                return levels;
            }
            levels.put(middle, level(frames, middle / halfBand, middle * halfBand));
        }
    }

    private static double level(List<Spectrum> frames, double lowHz, double highHz) {
        double power = 0;
        for (Spectrum frame : frames) {
            for (int bin = frame.binAbove(lowHz); bin < frame.binAbove(highHz); bin++) {
                power += frame.power(bin);
            }
        }
        return 10 * Math.log10(power / frames.size());
    }
}
