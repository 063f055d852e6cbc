package io.echotrace.ear;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the partials that persist: spectral peaks within 35 dB of the loudest that stand at the same frequency, within
 * 1 Hz, in three consecutive frames. Noise and single strokes have peaks too, but not in the same place.
 *
 * <p>Frames are 0.25 s long, one every 0.125 s. Partials 23 Hz apart are two, also at 30 dB of difference; partials closer
 * than about 12 Hz are one, so slow beats and vibrato of a partial do not add dissonance. In a glide faster than 8 Hz/s
 * nothing persists: measure steady stretches.
 */
public final class Partials {
    private static final double FRAME = 0.25;
    private static final double HOP = 0.125;
    private static final int GROUP = 3;
    private static final double TOLERANCE_HZ = 1;
    private static final double RANGE = Math.pow(10, -35 / 20.0);
    private static final double SILENCE = 1e-5;
    private static final double LOWEST_HZ = 40;

    private Partials() {}

    /** The partials that persist in the first 0.5 s of a recording, by rising frequency. */
    public static List<Partial> of(Recording recording) {
        return groups(recording.slice(0, FRAME + (GROUP - 1) * HOP)).get(0);
    }

    /** The persistent partials of every three consecutive frames; empty when the recording is shorter than 0.5 s. */
    static List<List<Partial>> groups(Recording recording) {
        List<List<Partial>> frames = new ArrayList<>();
        for (Spectrum spectrum : Spectrum.frames(recording, FRAME, HOP)) {
            frames.add(loudPeaks(spectrum, recording.sampleRate()));
        }
        List<List<Partial>> groups = new ArrayList<>();
        for (int k = 0; k + GROUP <= frames.size(); k++) {
            groups.add(persistent(frames.subList(k, k + GROUP)));
        }
        return groups;
    }

    private static List<Partial> loudPeaks(Spectrum spectrum, int sampleRate) {
        List<Partial> peaks = spectrum.peaks(LOWEST_HZ, sampleRate / 2.0);
        double loudest = peaks.stream().mapToDouble(Partial::amplitude).max().orElse(0);
        double softest = Math.max(SILENCE, RANGE * loudest);
        return peaks.stream().filter(peak -> peak.amplitude() >= softest).toList();
    }

    private static List<Partial> persistent(List<List<Partial>> frames) {
        List<Partial> persistent = new ArrayList<>();
        for (Partial partial : frames.get(GROUP / 2)) {
            double amplitude = 0;
            int found = 0;
            for (List<Partial> frame : frames) {
                double there = amplitudeAt(partial.hz(), frame);
                amplitude += there;
                found += there > 0 ? 1 : 0;
            }
            if (found == GROUP) {
                persistent.add(new Partial(partial.hz(), amplitude / GROUP));
            }
        }
        return persistent;
    }

    private static double amplitudeAt(double hz, List<Partial> frame) {
        return frame.stream()
                .filter(peak -> Math.abs(peak.hz() - hz) <= TOLERANCE_HZ)
                .mapToDouble(Partial::amplitude)
                .max()
                .orElse(0);
    }
}
