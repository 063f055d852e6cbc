package io.echotrace.anomaly;

/**
 * Turns a metric's evidence into a calibrated L: -log10 of the share of its healthy seconds that have so much. It counts
 * the evidence that was there, on a fixed scale, and so is right for every distribution and any dependence, as far as
 * there is experience. Beyond the ten strongest it extrapolates: the excesses over them are taken as exponential, with
 * their own mean, but never with a lighter tail than evidence should have. So a wild metric has to show more than a calm
 * one.
 */
final class Calibration {
    private static final int ENOUGH = 10;
    /** Mean excess of evidence that is what it should be: decades of a probability. */
    private static final double DUE_EXCESS = 1 / StrictMath.log(10);
    /** Excesses of due size that are believed beforehand. */
    private static final double BELIEVED_EXCESSES = 5;
    /** However wild a metric is, two decades of evidence beyond experience are worth one. */
    private static final double LEAST_SLOPE = 0.5;

    /** Values of which evidence is believed as it is, before there is experience. */
    private static final double BELIEVED = 50;
    /** Ways in which one metric can be new. */
    private static final double WAYS = 5;

    private static final int BINS_AN_OCTAVE = 32;
    private static final double BINS_AN_DECADE = BINS_AN_OCTAVE / StrictMath.log10(2);
    private static final int BINS = 7 * BINS_AN_OCTAVE;

    /** The least evidence of each bin. */
    private static final double[] EVIDENCE_AT = new double[BINS];
    /** Values believed beforehand to have so much evidence or more. */
    private static final double[] BELIEVED_AT = new double[BINS];

    static {
        for (int bin = 0; bin < BINS; bin++) {
            EVIDENCE_AT[bin] = StrictMath.pow(2, (double) bin / BINS_AN_OCTAVE) - 1;
            BELIEVED_AT[bin] = BELIEVED * Math.min(1, WAYS * StrictMath.pow(10, -EVIDENCE_AT[bin]));
        }
    }

    private final int[] counts = new int[BINS];
    private long seen;

    /** Learns the evidence of a second. */
    void learn(double evidence) {
        counts[(int) position(evidence)]++;
        seen++;
    }

    /** L of evidence: 0 of none, and the more the stronger it is. */
    double level(double evidence) {
        if (evidence <= 0) {
            return 0;
        }
        int anchor = BINS - 1;
        long above = counts[anchor];
        while (anchor > 0 && above < ENOUGH) {
            above += counts[--anchor];
        }
        double position = position(evidence);
        double level = anchor == 0 || position < anchor
                ? levelOf(above(position), evidence)
                : extrapolated(anchor, (double) above, evidence);
        return Math.max(0, level);
    }

    private double extrapolated(int anchor, double above, double evidence) {
        double from = EVIDENCE_AT[anchor];
        double excesses = 0;
        for (int i = anchor + 1; i < BINS; i++) {
            if (counts[i] > 0) {
                excesses += counts[i] * (EVIDENCE_AT[i] - from);
            }
        }
        double mean = (BELIEVED_EXCESSES * DUE_EXCESS + excesses) / (BELIEVED_EXCESSES + above);
        double slope = Math.max(LEAST_SLOPE, DUE_EXCESS / Math.max(DUE_EXCESS, mean));
        return levelOf(above, from) + (evidence - from) * slope;
    }

    private double above(double position) {
        int bin = (int) position;
        double above = (double) counts[bin] * (1 - (position - bin));
        for (int i = bin + 1; i < BINS; i++) {
            above += (double) counts[i];
        }
        return above;
    }

    private double levelOf(double above, double evidence) {
        double position = position(evidence);
        int bin = (int) position;
        double next = BELIEVED_AT[Math.min(BINS - 1, bin + 1)];
        double believed = BELIEVED_AT[bin] + (position - bin) * (next - BELIEVED_AT[bin]);
        return -Decades.of((above + believed) / ((double) seen + BELIEVED));
    }

    private static double position(double evidence) {
        return Math.min(BINS - 1e-6, BINS_AN_DECADE * Decades.of(1 + evidence));
    }
}
