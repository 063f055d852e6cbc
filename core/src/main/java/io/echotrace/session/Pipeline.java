package io.echotrace.session;

import io.echotrace.anomaly.Scorer;
import io.echotrace.anomaly.Scores;
import io.echotrace.finding.Finding;
import io.echotrace.finding.Findings;
import io.echotrace.finding.Subjects;
import io.echotrace.mapping.Mapper;
import io.echotrace.mapping.SoundTable;
import io.echotrace.metric.Metric;
import io.echotrace.metric.Row;
import io.echotrace.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;

/**
 * The way of each row from measurement to sound: scored, judged, mapped onto a timeline. The same for a live session and
 * for a recorded one, and without a clock, so both sound the same.
 */
final class Pipeline {
    private final Scorer scorer;
    private final Findings findings;
    private final Mapper mapper;

    /** @param scorer which may have learned from a baseline */
    Pipeline(Scorer scorer, SoundTable table, Timeline timeline) {
        this(scorer, table, timeline, 1);
    }

    /** @param speed how many times faster than it was measured it is played: what is found is the same at any */
    Pipeline(Scorer scorer, SoundTable table, Timeline timeline, double speed) {
        this.scorer = scorer;
        this.findings = new Findings(subjects(table));
        this.mapper = new Mapper(table, timeline, speed);
    }

    /** Takes the next row. */
    Moment accept(Row row) {
        Scores scores = scorer.score(row);
        List<Finding> holding = findings.judge(row);
        mapper.map(row, scores, holding);
        return new Moment(row, mapper.heard(), mapper.unusual(), holding, findings.changes());
    }

    /** How unusual the metric is now, 0…1; NaN while it is learned what is usual. */
    double score(Metric metric) {
        return scorer.score(metric);
    }

    /**
     * Ends what still holds; no row may follow.
     *
     * @param last what the last row has brought
     * @return the same with what ends now
     */
    Moment finish(Moment last) {
        long end = last.row().atNanos();
        findings.end(end);
        mapper.finish(end);
        List<Finding> changes = new ArrayList<>(last.changes());
        changes.addAll(findings.changes());
        return new Moment(last.row(), last.heard(), last.unusual(), last.findings(), changes);
    }

    /** The requests that are heard are those in which faults are looked for, and a flood is what makes the pulse fast. */
    private static Subjects subjects(SoundTable table) {
        return Subjects.of(table.cpu())
                .withRequests(table.requests())
                .withNetworkRange(SoundTable.NETWORK_KNEE, table.networkMax());
    }
}
