package io.echotrace.anomaly;

import io.echotrace.metric.Metric;
import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Scores every metric once a second on the mean of its values in that second: s = (L - 1) / 10, clipped to 0…1, where L
 * is -log10 of the probability that any metric of a healthy system is so unusual. Between the seconds the last scores
 * hold. The probe thread's own.
 */
public final class Scorer {
    /** A metric is learning until it has so many rows, and cannot be unusual. */
    public static final int LEARNING_ROWS = 300;

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final double HIGHEST_WHILE_LEARNING = 0.29;
    /** What only grows tells nothing by growing, and a score needs no score. */
    private static final Set<Metric> NOT_JUDGED =
            Collections.unmodifiableSet(new HashSet<>(Arrays.asList(Metrics.PROCESS_UPTIME, Metrics.OWN_SCORE)));

    private final MetricSet metrics;
    private final List<List<Detector>> detectors = new ArrayList<>();
    private final double[] sums;
    private final int[] counts;
    private final int[] rows;
    private final double[] scores;
    private long second = Long.MIN_VALUE;
    private Scores latest = Scores.NONE;

    public Scorer(MetricSet metrics) {
        this.metrics = metrics;
        metrics.metrics().forEach(metric -> detectors.add(Detectors.forOneMetric()));
        this.sums = new double[metrics.size()];
        this.counts = new int[metrics.size()];
        this.rows = new int[metrics.size()];
        this.scores = new double[metrics.size()];
    }

    /** Takes the next row and returns the scores that hold now. */
    public Scores score(Row row) {
        long current = Math.floorDiv(row.atNanos(), SECOND_NANOS);
        if (second != Long.MIN_VALUE && current != second) {
            latest = judge();
        }
        second = current;
        add(row);
        return latest;
    }

    /** Begins a run whose time starts anew: what was seen so far is what is usual, and nothing is unusual yet. */
    public void startRun() {
        judge();
        second = Long.MIN_VALUE;
        latest = Scores.NONE;
        Arrays.fill(scores, 0);
    }

    /** Whether the metric has too few rows to be unusual. */
    public boolean isLearning(Metric metric) {
        int index = metrics.indexOf(metric);
        return index < 0 || rows[index] < LEARNING_ROWS;
    }

    /** How unusual the metric is now, 0…1; NaN while it is learned what is usual. */
    public double score(Metric metric) {
        return isLearning(metric) ? Double.NaN : scores[metrics.indexOf(metric)];
    }

    private void add(Row row) {
        for (int i = 0; i < sums.length; i++) {
            double value = row.snapshot().value(i);
            if (!Double.isNaN(value)) {
                sums[i] += value;
                counts[i]++;
                rows[i]++;
            }
        }
    }

    private Scores judge() {
        double highest = 0;
        Metric metric = null;
        for (int i = 0; i < sums.length; i++) {
            double score = judge(i);
            scores[i] = score;
            if (score > highest) {
                highest = score;
                metric = metrics.metrics().get(i);
            }
        }
        return new Scores(highest, metric);
    }

    private double judge(int index) {
        if (counts[index] == 0 || NOT_JUDGED.contains(metrics.metrics().get(index))) {
            return 0;
        }
        double mean = sums[index] / counts[index];
        double surprise = 0;
        for (Detector detector : detectors.get(index)) {
            surprise = Math.max(surprise, detector.surprise(mean));
        }
        sums[index] = 0;
        counts[index] = 0;
        // As many metrics as there are have a chance to be unusual (Bonferroni).
        double score = (surprise - StrictMath.log10(sums.length) - 1) / 10;
        double limit = rows[index] < LEARNING_ROWS ? HIGHEST_WHILE_LEARNING : 1;
        return Math.max(0, Math.min(score, limit));
    }
}
