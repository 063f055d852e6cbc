package io.echotrace.ear;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * The pitch f0 of the ground voice.
 *
 * <p>The healthy sound is a chord f0 : 3/2 f0 : 2 f0, which as a whole repeats itself with f0/2: autocorrelation and
 * harmonic sums answer f0/2. But nothing sounds at f0/2, and nothing of the fifth or octave reaches down to f0. So f0 is
 * taken as the lowest loud partial: the lowest peak in the range that is within 20 dB of the loudest peak there and has a
 * partial of its own at twice its frequency. Its frequency is read from the parabola through the peak of a
 * Blackman-Harris spectrum of 0.25 s.
 *
 * <p>Limits: a partner closer than 16 Hz to f0 draws it towards itself; a harmonic voice below f0 in the range is taken
 * for the ground; what glides is averaged over the frame.
 */
public final class Pitch {
    private static final double FRAME = 0.25;
    private static final double HOP = 0.05;
    private static final double LOUD = Math.pow(10, -20 / 20.0);
    private static final double AUDIBLE = Math.pow(10, -40 / 20.0);
    private static final double SILENCE = 1e-4;
    private static final double LOW = 190;
    private static final double HIGH = 820;

    private Pitch() {}

    /**
     * The pitch in one frame.
     *
     * @param at middle of the frame, in seconds
     * @param f0 in hertz; NaN when no pitch was found
     */
    public record Frame(double at, double f0) {}

    /** The pitch of a steady stretch of at least 0.25 s, between 190 and 820 Hz: the median of its frames, or NaN. */
    public static double f0(Recording recording) {
        return f0(recording, LOW, HIGH);
    }

    /** The same in another range, for example 95…410 Hz for the low register. */
    public static double f0(Recording recording, double lowHz, double highHz) {
        double[] found = track(recording, lowHz, highHz, HOP).stream()
                .mapToDouble(Frame::f0)
                .filter(f0 -> !Double.isNaN(f0))
                .toArray();
        return found.length == 0 ? Double.NaN : new Median().evaluate(found);
    }

    /** The pitch over time: a frame of 0.25 s every 0.05 s. */
    public static List<Frame> track(Recording recording) {
        return track(recording, LOW, HIGH, HOP);
    }

    /** The pitch over time in a range, with a frame of 0.25 s every hop seconds. */
    public static List<Frame> track(Recording recording, double lowHz, double highHz, double hop) {
        List<Frame> track = new ArrayList<>();
        for (Spectrum spectrum : Spectrum.frames(recording, FRAME, hop)) {
            track.add(new Frame(track.size() * hop + FRAME / 2, lowestLoud(spectrum, lowHz, highHz)));
        }
        return track;
    }

    /** The distance between two frequencies in cents, positive when the second is higher. */
    public static double cents(double fromHz, double toHz) {
        return 1200 * Math.log(toHz / fromHz) / Math.log(2);
    }

    private static double lowestLoud(Spectrum spectrum, double lowHz, double highHz) {
        List<Partial> peaks = spectrum.peaks(lowHz, highHz);
        double loudest = peaks.stream().mapToDouble(Partial::amplitude).max().orElse(0);
        for (Partial peak : peaks) {
            boolean loud = peak.amplitude() >= Math.max(LOUD * loudest, SILENCE);
            if (loud && hasOctave(spectrum, peak)) {
                return peak.hz();
            }
        }
        return Double.NaN;
    }

    private static boolean hasOctave(Spectrum spectrum, Partial peak) {
        double around = Spectrum.HALF_LOBE / FRAME / 2;
        return spectrum.peaks(2 * peak.hz() - around, 2 * peak.hz() + around).stream()
                .anyMatch(octave -> octave.amplitude() > AUDIBLE * peak.amplitude());
    }
}
