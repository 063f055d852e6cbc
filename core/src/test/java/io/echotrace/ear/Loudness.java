package io.echotrace.ear;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Loudness in LUFS by ITU-R BS.1770-4: K-weighting, blocks of 400 ms with 75 % overlap, an absolute gate at -70 LUFS and a
 * relative gate 10 LU below the mean of what passes it. Silence is negative infinity. One channel counts once, so that a
 * mono recording reads 3 LU lower than the same samples in two channels.
 *
 * <p>The standard gives K-weighting as coefficients for 48 kHz. Here its two sections are taken as the analog filters
 * they are the bilinear transforms of, and transformed for the rate of the recording.
 */
public final class Loudness {
    private static final double OFFSET = -0.691; // makes a 997 Hz sine of full scale in one channel -3.01
    private static final double ABSOLUTE_GATE = -70;
    private static final double RELATIVE_GATE = -10;
    private static final double HOP = 0.1;
    private static final double MOMENTARY = 0.4;
    private static final double SHORT_TERM = 3;

    private static final double SHELF_HZ = 1681.974450955533;
    private static final double SHELF_Q = 0.7071752369554196;
    private static final double SHELF_GAIN = Math.pow(10, 3.999843853973347 / 20);
    private static final double SHELF_BAND_GAIN = Math.pow(SHELF_GAIN, 0.4996667741545416);
    private static final double LOW_CUT_HZ = 38.13547087602444;
    private static final double LOW_CUT_Q = 0.5003270373238773;
    /** The standard leaves the numerator of its low cut at 1, -2, 1 for 48 kHz; this is the analog gain it has there. */
    private static final double LOW_CUT_GAIN = lowCutGain();

    private Loudness() {}

    /** Integrated loudness of the whole recording, at least 400 ms. */
    public static double integrated(Recording recording) {
        double[] blocks = meanSquares(recording, MOMENTARY);
        double absolute = gatedMean(blocks, ABSOLUTE_GATE);
        return lufs(gatedMean(blocks, Math.max(ABSOLUTE_GATE, lufs(absolute) + RELATIVE_GATE)));
    }

    /** Momentary loudness: of 400 ms, every 100 ms; value k ends at (0.4 + 0.1 k) s. */
    public static double[] momentary(Recording recording) {
        return Arrays.stream(meanSquares(recording, MOMENTARY))
                .map(Loudness::lufs)
                .toArray();
    }

    /** Short-term loudness: of 3 s, every 100 ms; value k ends at (3 + 0.1 k) s. */
    public static double[] shortTerm(Recording recording) {
        return Arrays.stream(meanSquares(recording, SHORT_TERM))
                .map(Loudness::lufs)
                .toArray();
    }

    /** The loudest momentary loudness. */
    public static double maxMomentary(Recording recording) {
        return Arrays.stream(momentary(recording)).max().orElse(Double.NEGATIVE_INFINITY);
    }

    private static double lufs(double meanSquare) {
        return OFFSET + 10 * Math.log10(meanSquare);
    }

    private static double gatedMean(double[] meanSquares, double gateLufs) {
        return Arrays.stream(meanSquares)
                .filter(meanSquare -> lufs(meanSquare) > gateLufs)
                .average()
                .orElse(0);
    }

    private static double[] meanSquares(Recording recording, double seconds) {
        double[] energy = cumulativeEnergy(recording);
        int length = (int) Math.round(seconds * recording.sampleRate());
        double hop = HOP * recording.sampleRate();
        int count = recording.frames() < length ? 0 : 1 + (int) ((recording.frames() - length) / hop);
        return IntStream.range(0, count)
                .map(k -> (int) Math.round(k * hop))
                .filter(from -> from + length < energy.length)
                .mapToDouble(from -> Math.max(0, energy[from + length] - energy[from]) / length)
                .toArray();
    }

    private static double[] cumulativeEnergy(Recording recording) {
        double[] energy = new double[recording.frames() + 1];
        for (int c = 0; c < recording.channelCount(); c++) {
            double[] weighted = weighted(recording.only(c).samples(), recording.sampleRate());
            double sum = 0;
            for (int i = 0; i < weighted.length; i++) {
                sum += weighted[i] * weighted[i];
                energy[i + 1] += sum;
            }
        }
        return energy;
    }

    private static double[] weighted(double[] samples, int sampleRate) {
        Biquad shelf = Biquad.section(SHELF_HZ, SHELF_Q, sampleRate, SHELF_GAIN, SHELF_BAND_GAIN / SHELF_Q, 1);
        Biquad lowCut = Biquad.section(LOW_CUT_HZ, LOW_CUT_Q, sampleRate, LOW_CUT_GAIN, 0, 0);
        return lowCut.filter(shelf.filter(samples));
    }

    private static double lowCutGain() {
        double k = Math.tan(Math.PI * LOW_CUT_HZ / 48_000);
        return 1 + k / LOW_CUT_Q + k * k;
    }
}
