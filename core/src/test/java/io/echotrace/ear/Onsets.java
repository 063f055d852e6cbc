package io.echotrace.ear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.stat.descriptive.moment.Mean;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * The instants at which sounds set in within a band, and the rhythm they make.
 *
 * <p>The bed has partials in the bands of the pulse, and a pluck can as well weaken as strengthen the partial it falls on,
 * so the level of the band tells little. Instead the steady part is taken away by {@link Predictor}; each onset leaves a
 * burst. An onset is a peak of the bursts' envelope (3 ms) that stands out of the second around it more than noise does, is
 * at least a quarter of the largest within a second and a half, and not 60 dB below the sound as a whole. Its instant is
 * where half the peak is reached: with an attack of 4 ms up to 4 ms after the first sample, the same for equal sounds, so
 * that a perfectly regular pulse varies by 0.1 % or less over the bed alone, and by 0.6 % under pink noise 12 dB below it.
 *
 * <p>Limits: onsets closer than 30 ms are one, so up to about 30 a second can be counted; an onset a quarter as strong as
 * one within 1.5 s of it is lost, also when that one is a tear in the sound; in the first 60 ms none is found. Strong
 * onsets just outside the band are heard in it. While the bed glides by more than a tenth in a second it is not taken away:
 * onsets are lost then, and where the glide sets in or ends it may count as one.
 */
public final class Onsets {
    private static final double SMOOTHING = 0.003;
    private static final double APART = 0.03;
    private static final double SHARE_OF_LARGEST = 0.25;
    private static final double NEIGHBORHOOD = 1.5;
    private static final double AROUND = 0.5;
    private static final double EDGE = 0.06;
    private static final double SHARE_OF_SOUND = 1e-3;
    private static final double SILENCE = 1e-5;

    private final double[] instants;

    private Onsets(double[] instants) {
        this.instants = instants;
    }

    /** The onsets in a band, for example 900…3200 Hz for the pulse or 2600…2900 Hz for the wood block. */
    public static Onsets in(Recording recording, double lowHz, double highHz) {
        int step = (int) Math.max(1, recording.sampleRate() / (2.5 * highHz));
        double rate = (double) recording.sampleRate() / step;
        double[] samples = recording.samples();
        double[] band = everyNth(Biquad.bandPass(samples, recording.sampleRate(), lowHz, highHz), step);
        double[] bursts = envelope(Biquad.bandPass(Predictor.errors(band, rate), rate, lowHz, highHz), rate);
        int edge = (int) (EDGE * rate); // where the signal begins or breaks off is no onset
        Arrays.fill(bursts, 0, Math.min(edge, bursts.length), 0);
        double softest = Math.max(SILENCE, SHARE_OF_SOUND * rootMeanSquare(samples));
        return new Onsets(peaks(bursts, rate, softest, noiseRange(highHz - lowHz)));
    }

    /** Seconds, rising. */
    public double[] instants() {
        return instants.clone();
    }

    /** The time between neighbors in seconds: one less than there are onsets. */
    public double[] intervals() {
        double[] intervals = new double[Math.max(0, instants.length - 1)];
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] = instants[i + 1] - instants[i];
        }
        return intervals;
    }

    /** Seconds; NaN with fewer than two onsets. */
    public double medianInterval() {
        return new Median().evaluate(intervals());
    }

    /** Onsets per second by the median interval; 0 with fewer than two onsets. */
    public double rate() {
        return instants.length < 2 ? 0 : 1 / medianInterval();
    }

    /** Coefficient of variation of the intervals, their standard deviation over their mean: 0 is perfectly regular. */
    public double variation() {
        double[] intervals = intervals();
        return new StandardDeviation().evaluate(intervals) / new Mean().evaluate(intervals);
    }

    private static double[] everyNth(double[] in, int step) {
        double[] out = new double[(in.length + step - 1) / step];
        for (int i = 0; i < out.length; i++) {
            out[i] = in[i * step];
        }
        return out;
    }

    /** The root mean square in a moving triangle, which is two moving means. */
    private static double[] envelope(double[] samples, double rate) {
        int length = (int) Math.max(1, Math.round(SMOOTHING * rate));
        double[] squares = Arrays.stream(samples).map(x -> x * x).toArray();
        double[] smooth = movingMean(movingMean(squares, length), length);
        return Arrays.stream(smooth).map(Math::sqrt).toArray();
    }

    private static double[] movingMean(double[] in, int length) {
        double[] out = new double[in.length];
        double sum = 0;
        for (int i = 0; i < in.length; i++) {
            sum += in[i] - (i >= length ? in[i - length] : 0);
            out[i] = Math.max(0, sum) / length; // rounding can leave less than nothing
        }
        return out;
    }

    private static double rootMeanSquare(double[] samples) {
        return Math.sqrt(Arrays.stream(samples).map(x -> x * x).average().orElse(0));
    }

    /**
     * How far the envelope of noise rises above its median: less, the more independent values the smoothing averages,
     * which are twice its length times the bandwidth.
     */
    private static double noiseRange(double bandwidth) {
        return 1 + 6 / Math.sqrt(2 * bandwidth * SMOOTHING);
    }

    private static double[] peaks(double[] bursts, double rate, double softest, double standsOut) {
        int apart = (int) (APART * rate);
        List<Double> instants = new ArrayList<>();
        for (int i = 1; i < bursts.length; i++) {
            if (bursts[i] >= softest && bursts[i] >= largest(bursts, i, apart) && isOnset(bursts, i, rate, standsOut)) {
                instants.add(halfWay(bursts, i) / rate - SMOOTHING);
                i += apart;
            }
        }
        return instants.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static boolean isOnset(double[] bursts, int at, double rate, double standsOut) {
        int around = (int) (AROUND * rate);
        double[] second = Arrays.copyOfRange(bursts, Math.max(0, at - around), Math.min(bursts.length, at + around));
        return bursts[at] >= SHARE_OF_LARGEST * largest(bursts, at, (int) (NEIGHBORHOOD * rate))
                && bursts[at] >= standsOut * new Median().evaluate(second);
    }

    private static double largest(double[] values, int at, int around) {
        double largest = 0;
        for (int i = Math.max(0, at - around); i < Math.min(values.length, at + around + 1); i++) {
            largest = Math.max(largest, values[i]);
        }
        return largest;
    }

    /** The index, with fraction, at which the rise to a peak passed half of it. */
    private static double halfWay(double[] bursts, int peak) {
        double half = bursts[peak] / 2;
        int i = peak;
        while (i > 0 && bursts[i - 1] > half) {
            i--;
        }
        return i == 0 ? 0 : i - 1 + (half - bursts[i - 1]) / (bursts[i] - bursts[i - 1]);
    }
}
