package io.echotrace.mapping;

import io.echotrace.anomaly.Scores;
import io.echotrace.finding.Fault;
import io.echotrace.finding.Finding;
import io.echotrace.metric.Occurrence;
import io.echotrace.timeline.Cue;
import io.echotrace.timeline.Timeline;
import java.util.List;

/**
 * Errors as sparks, one cue a row however many there are. An error now and then is part of life: a tick under the bed. In a
 * burst the sparks stand out. Of more than thirty a second no more sparks are made; each is a little louder instead.
 */
final class ErrorMapping {
    private static final double MOST_PER_SECOND = 30;
    private static final double TICK_DB = -12;
    private static final double BURST_DB = 0;
    private static final double WORST_BURST_DB = 6;
    private static final double MOST_CROWDED_DB = 3;
    private static final double CROWDED_NEPERS = StrictMath.log(8); // eight times as many errors as sparks

    private ErrorMapping() {}

    static void apply(Occurrence errors, List<Finding> findings, Timeline timeline) {
        long length = Math.max(0, errors.lengthNanos());
        long count = count(errors.text());
        long sparks = Math.min(count, Math.max(1, StrictMath.round(MOST_PER_SECOND * length / 1e9)));
        double db = levelDb(findings) + crowdedDb((double) count / sparks);
        timeline.cue(Cue.sparks(errors.startNanos(), length, (int) sparks, db));
    }

    private static double levelDb(List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.fault() == Fault.ERROR_BURST) {
                double way = (finding.severity() - Scores.UNUSUAL) / (1 - Scores.UNUSUAL);
                return BURST_DB + (WORST_BURST_DB - BURST_DB) * Math.max(0, way);
            }
        }
        return TICK_DB;
    }

    private static double crowdedDb(double errorsPerSpark) {
        return MOST_CROWDED_DB * Math.min(1, StrictMath.log(errorsPerSpark) / CROWDED_NEPERS);
    }

    private static long count(String text) {
        try {
            return Math.max(1, Long.parseLong(text));
        } catch (NumberFormatException e) { // a CSV of somebody else's making
            return 1;
        }
    }
}
