package io.echotrace.ear;

import java.util.stream.IntStream;
import org.hipparchus.transform.DftNormalization;
import org.hipparchus.transform.FastFourierTransformer;
import org.hipparchus.transform.TransformType;

/**
 * How the envelope of a band moves: the spectrum of the band's envelope, relative to the envelope's mean. An amplitude
 * modulation of index m has depth m at its frequency. Modulation frequencies closer than 4 / duration are one; below that
 * nothing can be told. Partials that share the band beat with each other, at the differences of their frequencies.
 */
public final class Modulation {
    private static final double ENVELOPE_RATE = 1000;

    private final Spectrum spectrum;
    private final double mean;

    private Modulation(Spectrum spectrum, double mean) {
        this.spectrum = spectrum;
        this.mean = mean;
    }

    /** The modulation of a band of a stretch of at least 0.5 s and at most a minute. */
    public static Modulation of(Recording recording, double lowHz, double highHz) {
        double[] envelope = envelope(recording, lowHz, highHz);
        int block = (int) Math.max(1, Math.round(recording.sampleRate() / ENVELOPE_RATE));
        double[] means = IntStream.range(0, envelope.length / block)
                .mapToDouble(k -> mean(envelope, k * block, (k + 1) * block))
                .toArray();
        double mean = mean(means, 0, means.length);
        double[] movement = IntStream.range(0, means.length)
                .mapToDouble(k -> means[k] - mean)
                .toArray();
        return new Modulation(Spectrum.of(movement, (double) recording.sampleRate() / block), mean);
    }

    /** The depth of the strongest modulation in a range of modulation frequencies, 0…500 Hz; 0 in silence. */
    public double depth(double fromHz, double toHz) {
        double strongest =
                bins(fromHz, toHz).mapToDouble(spectrum::amplitude).max().orElse(0);
        return mean == 0 ? 0 : strongest / mean;
    }

    /** The index of all modulation in a range together: as deep as a single one of the same power. */
    public double total(double fromHz, double toHz) {
        double power = bins(fromHz, toHz).mapToDouble(spectrum::power).sum();
        return mean == 0 ? 0 : Math.sqrt(2 * power) / mean;
    }

    /** The frequency of the strongest modulation in a range. */
    public double strongestHz(double fromHz, double toHz) {
        int strongest = bins(fromHz, toHz)
                .reduce((a, b) -> spectrum.amplitude(b) > spectrum.amplitude(a) ? b : a)
                .orElseThrow();
        return strongest * spectrum.binHz();
    }

    private IntStream bins(double fromHz, double toHz) {
        return IntStream.range(spectrum.binAbove(fromHz), spectrum.binAbove(toHz));
    }

    /** The magnitude of the analytic signal of the band: its positive frequencies alone, transformed back. */
    private static double[] envelope(Recording recording, double lowHz, double highHz) {
        double[] samples = recording.samples();
        int size = Math.max(2, Integer.highestOneBit(2 * samples.length - 1));
        double[][] complex = new double[2][size];
        System.arraycopy(samples, 0, complex[0], 0, samples.length);
        FastFourierTransformer.transformInPlace(complex, DftNormalization.STANDARD, TransformType.FORWARD);
        for (int bin = 0; bin < size; bin++) {
            double hz = bin * (double) recording.sampleRate() / size;
            boolean inside = bin < size / 2 && hz >= lowHz && hz < highHz;
            complex[0][bin] *= inside ? 2 : 0;
            complex[1][bin] *= inside ? 2 : 0;
        }
        FastFourierTransformer.transformInPlace(complex, DftNormalization.STANDARD, TransformType.INVERSE);
        return IntStream.range(0, samples.length)
                .mapToDouble(i -> Math.hypot(complex[0][i], complex[1][i]))
                .toArray();
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }
}
