package io.echotrace.ear;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * Sensory dissonance by Sethares' fit of the Plomp-Levelt curves [Sethares, Tuning, Timbre, Spectrum, Scale, 1998], summed
 * over all pairs of partials, each pair weighted with the smaller of its amplitudes.
 *
 * <p>The sum is multiplied by 5 and divided by the sum of all amplitudes. So it does not depend on level; two equal sines
 * have at most 0.45, a minor second of sines near 440 Hz 0.45, their tritone 0.01. With that, six partials at 200 Hz that
 * fall by 7.5 dB an octave give 0.12 for the open fifth with octave, 0.19 for a tritone, 0.37 for the triad 1 : 5/4 : 3/2
 * (partials of two voices that coincide counted for each); eight partials falling as 1/k at 220 Hz give 0.10, 0.215 and, for
 * a minor second, 0.46. Measured from a recording, coinciding partials are one, and figures of chords that share partials
 * are up to a quarter lower: compare recordings with recordings. At f0 of 200, 400 and 800 Hz the recorded healthy bed has
 * 0.094, 0.031 and 0.017, so divide by that of health at the same f0.
 */
public final class Dissonance {
    private static final double MOST_DISSONANT = 0.24; // D*: of a critical band
    private static final double S1 = 0.0207;
    private static final double S2 = 18.96;
    private static final double SCALE = 5;

    private Dissonance() {}

    /**
     * The dissonance of the persistent partials of a stretch of at least 0.5 s: the median over all groups of three
     * frames.
     *
     * @see Partials what a persistent partial is
     */
    public static double of(Recording recording) {
        List<List<Partial>> groups = Partials.groups(recording);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("too short: " + recording);
        }
        return new Median().evaluate(groups.stream().mapToDouble(Dissonance::of).toArray());
    }

    /** The dissonance of partials that sound together; 0 when there is none. */
    public static double of(List<Partial> partials) {
        double pairs = 0;
        double amplitudes = 0;
        List<Partial> before = new ArrayList<>();
        for (Partial partial : partials) {
            for (Partial other : before) {
                pairs += Math.min(partial.amplitude(), other.amplitude()) * roughness(partial.hz(), other.hz());
            }
            amplitudes += partial.amplitude();
            before.add(partial);
        }
        return amplitudes == 0 ? 0 : SCALE * pairs / amplitudes;
    }

    private static double roughness(double hz, double otherHz) {
        double s = MOST_DISSONANT / (S1 * Math.min(hz, otherHz) + S2);
        double distance = s * Math.abs(hz - otherHz);
        return Math.exp(-3.51 * distance) - Math.exp(-5.75 * distance);
    }
}
