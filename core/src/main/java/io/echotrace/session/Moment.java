package io.echotrace.session;

import io.echotrace.finding.Finding;
import io.echotrace.mapping.Unusual;
import io.echotrace.metric.Metric;
import io.echotrace.metric.Row;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was measured and heard at one instant. Immutable. */
public final class Moment {
    private final Row row;
    private final double heard;
    private final @Nullable Unusual unusual;
    private final List<Finding> findings;
    private final List<Finding> changes;

    Moment(Row row, double heard, @Nullable Unusual unusual, List<Finding> findings, List<Finding> changes) {
        this.row = row;
        this.heard = heard;
        this.unusual = unusual;
        this.findings = Collections.unmodifiableList(findings);
        this.changes = Collections.unmodifiableList(changes);
    }

    /** The values, and what happened since the moment before. */
    public Row row() {
        return row;
    }

    /** How wrong it sounds, 0…1: the larger of the learned scores and the findings' severities. */
    public double heard() {
        return heard;
    }

    /** The metric whose novelty is heard; null when none is. */
    public @Nullable Unusual unusual() {
        return unusual;
    }

    /** The value of a metric; NaN when it is unavailable or not of this run. */
    public double value(Metric metric) {
        return row.value(metric);
    }

    /** What holds now. */
    public List<Finding> findings() {
        return findings;
    }

    /** What has begun or, with its end, is over since the moment before. */
    public List<Finding> changes() {
        return changes;
    }
}
