package io.echotrace.mapping;

import io.echotrace.anomaly.Scores;
import io.echotrace.finding.Fault;
import io.echotrace.finding.Finding;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Targets;
import java.util.List;

/**
 * Requests that take irregular times make the pulse stagger, as late wake-ups do: the larger of both is heard. Beats that
 * are displaced by up to a share s of their interval have intervals that vary by 0.82 s; the least is such that even the
 * weakest finding varies them by more than a tenth.
 */
final class StaggerMapping {
    private static final double LEAST = 0.12;
    private static final double MOST = 0.3;

    private StaggerMapping() {}

    /** Adds to what the stalls have set. */
    static void apply(List<Finding> findings, Targets to) {
        to.set(Control.PULSE_STAGGER, Math.max(to.get(Control.PULSE_STAGGER), stagger(findings)));
    }

    /** Whether the findings make it stagger. */
    static boolean staggers(List<Finding> findings) {
        return stagger(findings) > 0;
    }

    private static double stagger(List<Finding> findings) {
        double most = 0;
        for (Finding finding : findings) {
            if (finding.fault() == Fault.LATENCY_JITTER) {
                double way = (finding.severity() - Scores.UNUSUAL) / (1 - Scores.UNUSUAL);
                most = Math.max(most, LEAST + (MOST - LEAST) * Math.max(0, way));
            }
        }
        return most;
    }
}
