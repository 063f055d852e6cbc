package io.echotrace.anomaly;

/**
 * Turns evidence into a calibrated L: -log10 of the share of a healthy stream that has so much. It counts the evidence
 * that was there, on a fixed scale, and so is right for every distribution and any dependence, as far as there is
 * experience. Beyond the ten strongest it extrapolates, half a decade for each decade of evidence: the tails behind the
 * evidence may be heavier than they are taken for.
 */
final class Calibration {
    private static final int ENOUGH = 10;
    private static final double SLOPE = 0.5;
    /** Values of which evidence is believed as it is, before there is experience. */
    private static final double BELIEVED = 50;
    /** Ways in which one metric can be new. */
    private static final double WAYS = 5;

    private static final int BINS_AN_OCTAVE = 32;
    private static final double BINS_AN_DECADE = BINS_AN_OCTAVE / StrictMath.log10(2);
    private static final int BINS = 7 * BINS_AN_OCTAVE;
    private final long[] counts = new long[BINS];
    private long seen;

    /** Learns the strongest evidence of a second. */
    void learn(double evidence) {
        counts[(int) position(evidence)]++;
        seen++;
    }

    /**
     * L of evidence: 0 of none, and the more the stronger it is.
     *
     * @param metrics how many have the chance to be new
     */
    double level(double evidence, int metrics) {
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
                ? levelOf(above(position), evidence, metrics)
                : extrapolated(above, evidenceAt(anchor), evidence, metrics);
        return Math.max(0, level);
    }

    private double extrapolated(long above, double from, double evidence, int metrics) {
        return levelOf((double) above, from, metrics) + SLOPE * (evidence - from);
    }

    private double above(double position) {
        int bin = (int) position;
        double above = (double) counts[bin] * (1 - (position - bin));
        for (int i = bin + 1; i < BINS; i++) {
            above += (double) counts[i];
        }
        return above;
    }

    private double levelOf(double above, double evidence, int metrics) {
        double believed = BELIEVED * Math.min(1, WAYS * metrics * StrictMath.pow(10, -evidence));
        return -Decades.of((above + believed) / ((double) seen + BELIEVED));
    }

    private static double position(double evidence) {
        return Math.min(BINS - 1e-6, BINS_AN_DECADE * Decades.of(1 + evidence));
    }

    private static double evidenceAt(int bin) {
        return StrictMath.pow(2, (double) bin / BINS_AN_OCTAVE) - 1;
    }
}
