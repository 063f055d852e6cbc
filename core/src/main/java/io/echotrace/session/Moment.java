package io.echotrace.session;

import io.echotrace.finding.Finding;
import io.echotrace.metric.Row;
import java.util.Collections;
import java.util.List;

/** What was measured and heard at one instant. Immutable. */
public final class Moment {
    private final Row row;
    private final double heard;
    private final List<Finding> findings;

    Moment(Row row, double heard, List<Finding> findings) {
        this.row = row;
        this.heard = heard;
        this.findings = Collections.unmodifiableList(findings);
    }

    public Row row() {
        return row;
    }

    /** How wrong it sounds, 0…1: the larger of the learned scores and the findings' severities. */
    public double heard() {
        return heard;
    }

    /** What holds now. */
    public List<Finding> findings() {
        return findings;
    }
}
