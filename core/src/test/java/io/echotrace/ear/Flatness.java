package io.echotrace.ear;

import java.util.List;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * Spectral flatness (Wiener entropy): the geometric mean of a band's power spectrum over its arithmetic mean. 1 is white
 * noise, near 0 are tones.
 *
 * <p>The spectrum is the median over frames of 85 ms, so that single strokes and clicks do not count as noise, while noise
 * that lasts does. Power below that of the last bit of 16 is taken as that of the last bit, so that
 * dither does not matter; silence is 0.
 *
 * <p>For scale: white noise has 0.95, the healthy bed 1e-6, and the bed under pink noise 12 dB below it 0.02 at f0 = 800 Hz
 * and 0.06 at 200 Hz, since less of a low bed is in the band.
 */
public final class Flatness {
    private static final double FRAME = 0.085;
    private static final double LAST_BIT = 1 / 32768.0;
    private static final double SILENCE = 4 * LAST_BIT * LAST_BIT;

    private Flatness() {}

    /** The flatness from 0.5 to 8 kHz, or to the top of the recording, of a stretch of at least 85 ms. */
    public static double of(Recording recording) {
        return of(recording, 500, 8000);
    }

    /** The flatness of a band. */
    public static double of(Recording recording, double lowHz, double highHz) {
        List<Spectrum> frames = Spectrum.frames(recording, FRAME, FRAME / 2);
        double top = Math.min(highHz, recording.sampleRate() * 0.475);
        Spectrum first = frames.get(0);
        double floor = LAST_BIT * LAST_BIT * first.binHz() / recording.sampleRate();
        double logs = 0;
        double sum = 0;
        int from = first.binAbove(lowHz);
        int to = first.binAbove(top);
        for (int bin = from; bin < to; bin++) {
            double power = Math.max(floor, medianPower(frames, bin));
            logs += Math.log(power);
            sum += power;
        }
        int bins = to - from;
        return sum < SILENCE ? 0 : Math.exp(logs / bins) / (sum / bins);
    }

    private static double medianPower(List<Spectrum> frames, int bin) {
        return new Median()
                .evaluate(frames.stream().mapToDouble(frame -> frame.power(bin)).toArray());
    }
}
