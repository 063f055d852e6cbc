package io.echotrace.anomaly;

/**
 * The alarms that a scorer still has to give away before it has much experience. A young detector cannot know what is
 * improbable, but that something is a record; so the first few strong records are anomalies, and each costs one of a
 * small stock. Whoever cries wolf has used it up and is left with what {@link Calibration} has counted. So the number of
 * false alarms of a stream is limited, whatever the stream is like.
 */
final class Alarms {
    private static final double STOCK = 12;
    /** Evidence that makes an alarm of the only metric. */
    private static final double EVIDENCE = 3;
    /** The more asked for, the more metrics there are: decades for each decade of metrics. */
    private static final double FOR_MORE_METRICS = 5;
    /** How much of an alarm comes back with each second: one in 12 days. */
    private static final double REGAINED = 1e-6;

    private double stock = STOCK;

    /** A second has passed. */
    void regain() {
        stock = Math.min(STOCK, stock + REGAINED);
    }

    /** The L of an alarm and more when the evidence is strong enough and the stock is not used up; else 0. */
    double level(double evidence, int metrics) {
        if (evidence < EVIDENCE || stock < 1) {
            return 0;
        }
        double more = evidence - evidenceAsked(metrics);
        return more < 0 ? 0 : Scores.levelOf(Scores.ANOMALY) + more;
    }

    /** An alarm was given. */
    void given(double evidence, int metrics) {
        if (evidence >= EVIDENCE && evidence >= evidenceAsked(metrics)) {
            stock = Math.max(0, stock - 1);
        }
    }

    private static double evidenceAsked(int metrics) {
        return EVIDENCE + FOR_MORE_METRICS * Decades.of(metrics);
    }
}
