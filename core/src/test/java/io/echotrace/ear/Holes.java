package io.echotrace.ear;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds true silence: stretches in which no channel leaves the dither of a 16-bit file, which is 2.5 steps. A sound that
 * merely crosses zero is within that for less than a millisecond; edges are exact to the frame where the sound breaks off,
 * and to where a ramp ends where it fades.
 */
public final class Holes {
    private static final double SILENCE = 2.5 / 32768;

    private Holes() {}

    /**
     * A stretch of silence, in seconds.
     *
     * @param start its first silent frame
     */
    public record Hole(double start, double length) {
        /** Where sound begins again. */
        public double end() {
            return start + length;
        }
    }

    /** All holes of at least some seconds, in order; those at the very start and end count too. */
    public static List<Hole> in(Recording recording, double minSeconds) {
        List<Hole> holes = new ArrayList<>();
        double rate = recording.sampleRate();
        int start = 0;
        for (int i = 0; i <= recording.frames(); i++) {
            if (i == recording.frames() || sounds(recording, i)) {
                if (i > start && i - start >= minSeconds * rate) {
                    holes.add(new Hole(start / rate, (i - start) / rate));
                }
                start = i + 1;
            }
        }
        return holes;
    }

    private static boolean sounds(Recording recording, int frame) {
        for (int c = 0; c < recording.channelCount(); c++) {
            if (Math.abs(recording.channel(c)[frame]) > SILENCE) {
                return true;
            }
        }
        return false;
    }
}
