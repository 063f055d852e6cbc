package io.echotrace.session;

import io.echotrace.finding.Finding;
import io.echotrace.mapping.Sentence;
import io.echotrace.metric.Metric;
import io.echotrace.metric.MetricSet;
import io.echotrace.probe.Readings;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * All that a session knows at one moment: values, scores, reasons, findings, and what is heard of them in words. A view,
 * not a copy: for the thread that is told of it, while it is told.
 */
public final class Status {
    private final Moment moment;
    private final Readings readings;
    private final ToDoubleFunction<Metric> scores;
    private final Sentence sentence;

    Status(Moment moment, Readings readings, ToDoubleFunction<Metric> scores, Sentence sentence) {
        this.moment = moment;
        this.readings = readings;
        this.scores = scores;
        this.sentence = sentence;
    }

    /** The metrics of the run, in the order of the CSV's columns. */
    public MetricSet metrics() {
        return moment.row().snapshot().metrics();
    }

    /** The metric's value, of six significant digits; NaN when it is unavailable. */
    public double value(Metric metric) {
        return moment.row().value(metric);
    }

    /** Why the metric has no value, one phrase; null when it has one. */
    public @Nullable String reason(Metric metric) {
        return readings.reason(metric);
    }

    /** How unusual the metric is, 0…1; NaN while it is learned what is usual. */
    public double score(Metric metric) {
        return scores.applyAsDouble(metric);
    }

    /** What holds now. */
    public List<Finding> findings() {
        return moment.findings();
    }

    /** What is heard, in plain words. Allocates some kilobytes. */
    public String sentence() {
        return sentence.of(moment.row(), moment.heard(), moment.unusual(), moment.findings());
    }
}
