package io.echotrace.ear;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.transform.DftNormalization;
import org.hipparchus.transform.FastFourierTransformer;
import org.hipparchus.transform.TransformType;

/**
 * The spectrum of one windowed frame, scaled so that a sine of amplitude a peaks at a. The window is the four-term
 * Blackman-Harris window [Harris 1978]: side lobes 92 dB down, so that a soft partial is never mistaken for the leakage of
 * a loud one, and a main lobe that is nearly a parabola in decibels, so that three bins tell a peak's frequency.
 */
final class Spectrum {
    /** Half the width of the window's main lobe, in units of 1 / frame length: what is closer than this is one peak. */
    static final double HALF_LOBE = 4;

    /** Power of a sine's whole main lobe over the power of its highest bin, per bin of an unpadded frame. */
    private static final double NOISE_BANDWIDTH = 2.0044;

    private static final double[] COSINES = {0.35875, -0.48829, 0.14128, -0.01168};

    private final double binHz;
    private final double padding;
    private final double[] amplitudes;

    private Spectrum(double binHz, double padding, double[] amplitudes) {
        this.binHz = binHz;
        this.padding = padding;
        this.amplitudes = amplitudes;
    }

    /** The spectrum of all samples as one frame. */
    static Spectrum of(double[] samples, double sampleRate) {
        return of(samples, sampleRate, 0, window(samples.length));
    }

    /** The frame under a window that starts at an index; it is padded with zeros to at least twice its length. */
    private static Spectrum of(double[] samples, double sampleRate, int from, double[] window) {
        int length = window.length;
        int size = Math.max(2, Integer.highestOneBit(4 * length - 1));
        double[][] complex = new double[2][size];
        for (int i = 0; i < length; i++) {
            complex[0][i] = samples[from + i] * window[i];
        }
        FastFourierTransformer.transformInPlace(complex, DftNormalization.STANDARD, TransformType.FORWARD);
        double[] amplitudes = new double[size / 2 + 1];
        double scale = 2 / (COSINES[0] * length);
        for (int bin = 0; bin < amplitudes.length; bin++) {
            amplitudes[bin] = scale * Math.hypot(complex[0][bin], complex[1][bin]);
        }
        return new Spectrum(sampleRate / size, (double) size / length, amplitudes);
    }

    /** The spectra of all frames of some seconds, one every hop seconds; none when the recording is too short. */
    static List<Spectrum> frames(Recording recording, double seconds, double hopSeconds) {
        double[] samples = recording.samples();
        int length = (int) Math.round(seconds * recording.sampleRate());
        double[] window = window(length);
        double hop = hopSeconds * recording.sampleRate();
        List<Spectrum> frames = new ArrayList<>();
        for (int k = 0; Math.round(k * hop) + length <= samples.length; k++) {
            frames.add(of(samples, recording.sampleRate(), (int) Math.round(k * hop), window));
        }
        return frames;
    }

    double binHz() {
        return binHz;
    }

    /** The first bin at or above a frequency, at most one past the last. */
    int binAbove(double hz) {
        return (int) Math.min(amplitudes.length, Math.max(0, Math.ceil(hz / binHz)));
    }

    double amplitude(int bin) {
        return amplitudes[bin];
    }

    /** A bin's share of the mean square: their sum over a band is its mean square. */
    double power(int bin) {
        return amplitudes[bin] * amplitudes[bin] / (2 * NOISE_BANDWIDTH * padding);
    }

    /** All peaks in a band, by rising frequency. */
    List<Partial> peaks(double fromHz, double toHz) {
        List<Partial> peaks = new ArrayList<>();
        int last = Math.min(binAbove(toHz), amplitudes.length - 1);
        for (int bin = Math.max(1, binAbove(fromHz)); bin < last; bin++) {
            if (amplitudes[bin] > amplitudes[bin - 1] && amplitudes[bin] >= amplitudes[bin + 1]) {
                peaks.add(interpolated(bin));
            }
        }
        return peaks;
    }

    /** The top of the parabola through three bins in decibels. */
    private Partial interpolated(int bin) {
        double left = Math.log(Math.max(amplitudes[bin - 1], Double.MIN_NORMAL));
        double top = Math.log(amplitudes[bin]);
        double right = Math.log(Math.max(amplitudes[bin + 1], Double.MIN_NORMAL));
        double offset = 0.5 * (left - right) / (left - 2 * top + right);
        return new Partial((bin + offset) * binHz, Math.exp(top - 0.25 * (left - right) * offset));
    }

    private static double[] window(int length) {
        double[] window = new double[length];
        for (int i = 0; i < length; i++) {
            for (int k = 0; k < COSINES.length; k++) {
                window[i] += COSINES[k] * Math.cos(2 * Math.PI * k * (i + 0.5) / length);
            }
        }
        return window;
    }
}
