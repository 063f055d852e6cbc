package io.echotrace.ear;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds clicks: jumps and kinks that no voice makes.
 *
 * <p>A jump spreads over all frequencies, while the tones of all voices, with attacks of some milliseconds, end below
 * 4 kHz. So the signal is passed through a steep high-pass at 4.8 kHz, and a sample of what remains is a click when it
 * <ol>
 *   <li>stands out six-fold from the root mean square of what remains within 8 ms before and after it, itself left out
 *       (noise, sparks and other sounds up there last longer than that), and
 *   <li>comes from a jump of at least 2 % of the peak of the signal within 8 ms, and of eight steps of a 16-bit file.
 * </ol>
 *
 * <p>Limits: a jump of less than 2 %; jumps within 8 ms of a larger one, which count as one; jumps under noise that is as
 * loud above 4.8 kHz; the ends of a recording, where 3 ms are not looked at. A tone that starts or stops at full amplitude
 * is a click, and so is the edge of a hole without a ramp. Recordings need at least 12 kHz.
 */
public final class Clicks {
    private static final double CUTOFF_HZ = 4800;
    private static final double HALF_TAPS_SECONDS = 0.0013;
    private static final double AROUND = 0.008;
    private static final double STANDS_OUT = 6;
    private static final double SHARE_OF_PEAK = 0.02;
    private static final double SMALLEST = 8 / 32768.0;

    private Clicks() {}

    /**
     * A click.
     *
     * @param at seconds
     * @param jump the height of the jump that sounds like it, full scale is 1
     */
    public record Click(double at, double jump) {}

    /** All clicks in any channel, in order. */
    public static List<Click> in(Recording recording) {
        List<Click> clicks = new ArrayList<>();
        for (int c = 0; c < recording.channelCount(); c++) {
            for (Click click : in(recording.only(c).samples(), recording.sampleRate())) {
                if (clicks.stream().noneMatch(known -> Math.abs(known.at - click.at) < AROUND)) {
                    clicks.add(click);
                }
            }
        }
        clicks.sort((a, b) -> Double.compare(a.at, b.at));
        return clicks;
    }

    private static List<Click> in(double[] samples, int sampleRate) {
        double[] taps = highPass(sampleRate);
        double[] jumps = jumps(samples, taps);
        int around = (int) (AROUND * sampleRate);
        double[] energy = new double[jumps.length + 1];
        for (int i = 0; i < jumps.length; i++) {
            energy[i + 1] = energy[i] + jumps[i] * jumps[i];
        }
        List<Click> clicks = new ArrayList<>();
        for (int i = taps.length; i < jumps.length - taps.length; i++) {
            double jump = Math.abs(jumps[i]);
            if (jump >= SMALLEST
                    && jump >= peak(jumps, i, around)
                    && jump >= SHARE_OF_PEAK * peak(samples, i, around)
                    && jump >= STANDS_OUT * levelAround(energy, i, around, taps.length / 2 + 2)) {
                clicks.add(new Click((double) i / sampleRate, jump));
            }
        }
        return clicks;
    }

    /** The root mean square within some samples of one, itself and its echo in the filter left out. */
    private static double levelAround(double[] energy, int at, int around, int itself) {
        int from = Math.max(0, at - around);
        int to = Math.min(energy.length - 1, at + around);
        double outside = energy[at - itself] - energy[from] + energy[to] - energy[at + itself];
        return Math.sqrt(Math.max(0, outside) / (to - from - 2 * itself));
    }

    private static double peak(double[] values, int at, int around) {
        double peak = 0;
        for (int i = Math.max(0, at - around); i < Math.min(values.length, at + around); i++) {
            peak = Math.max(peak, Math.abs(values[i]));
        }
        return peak;
    }

    /** What passes the filter, scaled so that a jump of height h peaks at h. */
    private static double[] jumps(double[] samples, double[] taps) {
        double scale = 1 / jumpResponse(taps);
        double[] jumps = new double[samples.length];
        int half = taps.length / 2;
        for (int i = half; i < samples.length - half; i++) {
            double sum = 0;
            for (int t = 0; t < taps.length; t++) {
                sum += taps[t] * samples[i - half + t];
            }
            jumps[i] = scale * sum;
        }
        return jumps;
    }

    private static double jumpResponse(double[] taps) {
        double sum = 0;
        double peak = 0;
        for (double tap : taps) {
            sum += tap;
            peak = Math.max(peak, Math.abs(sum));
        }
        return peak;
    }

    /** A linear-phase high-pass: an impulse less a sinc under a Blackman window. */
    private static double[] highPass(int sampleRate) {
        int half = (int) Math.ceil(HALF_TAPS_SECONDS * sampleRate);
        double[] taps = new double[2 * half + 1];
        double sum = 0;
        for (int t = 0; t < taps.length; t++) {
            double x = 2 * CUTOFF_HZ / sampleRate * (t - half);
            double sinc = x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
            double phase = 2 * Math.PI * (t + 1) / (taps.length + 1);
            taps[t] = -sinc * (0.42 - 0.5 * Math.cos(phase) + 0.08 * Math.cos(2 * phase));
            sum -= taps[t];
        }
        for (int t = 0; t < taps.length; t++) {
            taps[t] /= sum;
        }
        taps[half] += 1;
        return taps;
    }
}
