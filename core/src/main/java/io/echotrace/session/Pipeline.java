package io.echotrace.session;

import io.echotrace.anomaly.Scorer;
import io.echotrace.anomaly.Scores;
import io.echotrace.finding.Finding;
import io.echotrace.finding.Findings;
import io.echotrace.mapping.Mapper;
import io.echotrace.mapping.SoundTable;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import io.echotrace.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
        this.scorer = scorer;
        this.findings = new Findings(table.cpu());
        this.mapper = new Mapper(table, timeline);
    }

    /** Takes the next row. */
    Moment accept(Row row) {
        Scores scores = scorer.score(row);
        List<Finding> holding = findings.judge(row);
        mapper.map(row, scores, holding);
        return new Moment(row, mapper.heard(), holding);
    }

    /** Findings that began or ended with the last row, as the CSV holds them. */
    List<Occurrence> findingChanges() {
        return findings.changes().stream().map(Finding::toOccurrence).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Ends what still holds; returns the ended findings. No row may follow. */
    List<Occurrence> finish(long endNanos) {
        findings.end(endNanos);
        mapper.finish(endNanos);
        return findingChanges();
    }
}
