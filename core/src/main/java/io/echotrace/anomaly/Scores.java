package io.echotrace.anomaly;

import io.echotrace.metric.Metric;
import org.jspecify.annotations.Nullable;

/**
 * How unusual the metrics are at one instant: 0…1 each, below {@link #UNUSUAL} is health, from {@link #ANOMALY} it is
 * heard as wrong and reported. Immutable.
 */
public final class Scores {
    public static final double UNUSUAL = 0.3;
    public static final double ANOMALY = 0.6;
    /** Nothing is unusual. */
    public static final Scores NONE = new Scores(0, null);

    private static final double LEVEL_OF_NOTHING = 1;
    private static final double LEVELS = 10;

    private final double highest;
    private final @Nullable Metric metric;

    Scores(double highest, @Nullable Metric metric) {
        this.highest = highest;
        this.metric = metric;
    }

    /** The score of an L, at least 0; more than 1 beyond what a score can say. */
    static double scoreOf(double level) {
        return Math.max(0, (level - LEVEL_OF_NOTHING) / LEVELS);
    }

    /** The L that a score above 0 stands for. */
    static double levelOf(double score) {
        return score * LEVELS + LEVEL_OF_NOTHING;
    }

    /** The highest score of all metrics. */
    public double highest() {
        return highest;
    }

    /** The metric that has it; null when none is above 0. */
    public @Nullable Metric metric() {
        return metric;
    }
}
