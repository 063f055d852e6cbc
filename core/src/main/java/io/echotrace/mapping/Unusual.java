package io.echotrace.mapping;

import io.echotrace.anomaly.Scores;
import io.echotrace.metric.Metric;
import io.echotrace.metric.Row;

/** The metric whose novelty is heard, and how unusual it was when it was at its most unusual. Immutable. */
public final class Unusual {
    /** Beyond it the scores keep the order, but no more the odds. */
    private static final double RAREST = 0.4;

    private final Metric metric;
    private final double score;

    Unusual(Metric metric, double score) {
        this.metric = metric;
        this.score = score;
    }

    /** What is unusual. */
    public Metric metric() {
        return metric;
    }

    /** How unusual it was: {@link Scores#UNUSUAL} or more. */
    public double score() {
        return score;
    }

    /**
     * For example "jvm.thread.count 312, 1 in 10 000": its value now, and in how many seconds of a healthy system one would
     * be so unusual. Odds longer than 1 in 100 000 are not told apart.
     */
    String words(Row row) {
        double value = row.value(metric);
        String now = Double.isNaN(value) ? "" : " " + Source.first(metric).words(value);
        return metric.name() + now + (score < RAREST ? ", 1 in 10 000" : ", less than 1 in 100 000");
    }
}
