package io.echotrace.mapping;

import io.echotrace.anomaly.Scores;
import io.echotrace.finding.Finding;
import io.echotrace.metric.Metrics;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Targets;
import java.util.List;

/**
 * How wrong each carrier sounds: the larger of novelty and severity, and for the program's own score that score. Novelty
 * says "new" and is over in a second, too short to be heard well, so it fades out slowly.
 */
final class TensionMapping {
    /** From an anomaly back to health in about three seconds. */
    private static final double FADE_PER_SECOND = 0.1;

    private final Carrier[] carriers = Carrier.values();
    private final double[] novelties = new double[carriers.length];
    private double highest;

    /** @param own the program's own score; NaN when it has none */
    void apply(Scores scores, double own, List<Finding> findings, double seconds, Targets to) {
        highest = 0;
        for (int i = 0; i < carriers.length; i++) {
            double fresh = Carrier.of(scores.metric()) == carriers[i] ? scores.highest() : 0;
            novelties[i] = Math.max(0, Math.max(novelties[i] - FADE_PER_SECOND * seconds, fresh));
            double tension = Math.max(novelties[i], severity(carriers[i], findings));
            if (own > tension && carriers[i] == Carrier.of(Metrics.OWN_SCORE)) {
                tension = Math.min(own, 1);
            }
            to.set(carriers[i].tension, tension);
            highest = Math.max(highest, tension);
        }
        to.set(Control.NOISE, highest);
    }

    /** What is heard now, 0…1: the highest tension of all carriers. */
    double highest() {
        return highest;
    }

    private static double severity(Carrier carrier, List<Finding> findings) {
        double severity = 0;
        for (Finding finding : findings) {
            if (Carrier.of(finding.fault()) == carrier) {
                severity = Math.max(severity, finding.severity());
            }
        }
        return severity;
    }
}
