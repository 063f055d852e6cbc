package io.echotrace.mapping;

import io.echotrace.anomaly.Scores;
import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Targets;
import org.jspecify.annotations.Nullable;

/**
 * How wrong each carrier sounds: the larger of novelty and severity, and for the program's own score that score. Novelty
 * says "new" and is over in a second, too short to be heard well, so it fades out slowly.
 */
final class TensionMapping {
    /** From an anomaly back to health in about three seconds. */
    private static final double FADE_PER_SECOND = 0.1;

    /** What is known sounds no worse than that: its roughness is 12 dB below that of the worst. */
    static final double KNOWN = 0.46;

    private final Carrier[] carriers = Carrier.values();
    private final double[] novelties = new double[carriers.length];
    private double highest;
    private @Nullable Unusual unusual;

    /** @param own the program's own score; NaN when it has none */
    void apply(Scores scores, double own, FaultSounds faults, double seconds, Targets to) {
        highest = 0;
        note(scores);
        for (int i = 0; i < carriers.length; i++) {
            double fresh = Carrier.of(scores.metric()) == carriers[i] ? scores.highest() : 0;
            novelties[i] = Math.max(0, Math.max(novelties[i] - FADE_PER_SECOND * seconds, fresh));
            double tension = Math.max(novelties[i], faults.severity(carriers[i]));
            if (own > tension && carriers[i] == Carrier.of(Metrics.OWN_SCORE)) {
                tension = Math.min(own, 1);
            }
            to.set(carriers[i].tension, tension);
            highest = Math.max(highest, tension);
        }
        to.set(Control.NOISE, highest);
        if (greatestNovelty() < Scores.UNUSUAL) {
            unusual = null;
        }
    }

    /** What is at least as unusual as anything that still fades is what is talked of. */
    private void note(Scores scores) {
        Metric metric = scores.metric();
        if (metric != null && scores.highest() >= Math.max(Scores.UNUSUAL, greatestNovelty())) {
            unusual = new Unusual(metric, scores.highest());
        }
    }

    private double greatestNovelty() {
        double greatest = 0;
        for (double novelty : novelties) {
            greatest = Math.max(greatest, novelty);
        }
        return greatest;
    }

    /** What is heard now, 0…1: the highest tension of all carriers. */
    double highest() {
        return highest;
    }

    /** The metric whose novelty is heard; null when none is. */
    @Nullable Unusual unusual() {
        return unusual;
    }
}
