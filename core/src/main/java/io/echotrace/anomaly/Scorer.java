package io.echotrace.anomaly;

import io.echotrace.metric.Metric;
import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Row;
import io.echotrace.metric.Snapshot;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * Scores every metric once a second on the mean of its values in that second: s = (L - 1) / 10, clipped to 0…1, where L
 * is -log10 of the probability that any metric of a healthy system is so unusual. Between the seconds the last scores
 * hold; a row that comes a second after the one before is judged at once. The probe thread's own.
 */
public final class Scorer {
    /** A metric is learning, and cannot be unusual, until it has so many rows, and half a minute of them where they are dense. */
    public static final int LEARNING_ROWS = 300;

    private static final long SECOND_NANOS = 1_000_000_000L;
    /** A second that the clock cut a little short. */
    private static final long ALMOST_A_SECOND_NANOS = 900_000_000L;

    private static final long NEVER = Long.MIN_VALUE;
    /** What only grows tells nothing by growing, and a score needs no score. */
    private static final Set<Metric> NOT_JUDGED =
            Collections.unmodifiableSet(new HashSet<>(Arrays.asList(Metrics.PROCESS_UPTIME, Metrics.OWN_SCORE)));

    private final MetricSet metrics;
    private final MetricNovelty[] novelties;
    private final boolean[] judged;
    private final Alarms alarms = new Alarms();
    private long previousNanos = NEVER;
    private boolean pending;
    private Scores latest = Scores.NONE;

    public Scorer(MetricSet metrics) {
        this.metrics = metrics;
        this.novelties = new MetricNovelty[metrics.size()];
        this.judged = new boolean[metrics.size()];
        for (int i = 0; i < novelties.length; i++) {
            novelties[i] = new MetricNovelty();
            judged[i] = !NOT_JUDGED.contains(metrics.metrics().get(i));
        }
    }

    /** Takes the next row and returns the scores that hold now. */
    public Scores score(Row row) {
        return score(row.atNanos(), row.snapshot());
    }

    /**
     * Takes the next values and returns the scores that hold now.
     *
     * @param now when, in nanoseconds since the start of the run; not always what the snapshot says
     */
    public Scores score(long now, Snapshot values) {
        boolean newSecond = Math.floorDiv(now, SECOND_NANOS) != Math.floorDiv(previousNanos, SECOND_NANOS);
        if (pending && newSecond) {
            judge(previousNanos);
        }
        for (int i = 0; i < novelties.length; i++) {
            novelties[i].add(values.value(i));
        }
        pending = true;
        if (previousNanos != NEVER && Math.abs(now - previousNanos) >= ALMOST_A_SECOND_NANOS) {
            judge(now);
        }
        previousNanos = now;
        return latest;
    }

    /** Begins a run whose time starts anew: what was seen so far is what is usual, and nothing is unusual yet. */
    public void startRun() {
        if (pending) {
            judge(previousNanos);
        }
        previousNanos = NEVER;
        latest = Scores.NONE;
        for (MetricNovelty novelty : novelties) {
            novelty.startRun();
        }
    }

    /** Whether the metric has too few rows to be unusual. */
    public boolean isLearning(Metric metric) {
        int index = metrics.indexOf(metric);
        return index < 0 || novelties[index].isLearning();
    }

    /** How unusual the metric is now, 0…1; NaN while it is learned what is usual. */
    public double score(Metric metric) {
        return isLearning(metric) ? Double.NaN : novelties[metrics.indexOf(metric)].score();
    }

    /**
     * How unusual a metric is now, 0…1; below {@link Scores#UNUSUAL} while it is learned what is usual.
     *
     * @param index where it stands in the set
     */
    public double latestScore(int index) {
        return novelties[index].score();
    }

    private void judge(long atNanos) {
        pending = false;
        int present = present();
        for (int i = 0; i < novelties.length; i++) {
            if (judged[i] && novelties[i].isPresent()) {
                novelties[i].judge(atNanos, present);
            }
        }
        latest = scored(present);
        alarms.regain();
    }

    /** How many metrics have a chance to be unusual. */
    private int present() {
        int present = 0;
        for (int i = 0; i < novelties.length; i++) {
            present += judged[i] && novelties[i].isPresent() ? 1 : 0;
        }
        return present;
    }

    private Scores scored(int present) {
        double alarming = 0;
        int highest = 0;
        for (int i = 0; i < novelties.length; i++) {
            MetricNovelty novelty = novelties[i];
            double record = novelty.record();
            if (novelty.score(Math.max(novelty.level(present), alarms.level(record, present)))) {
                alarming = Math.max(alarming, record);
            }
            highest = novelty.score() > novelties[highest].score() ? i : highest;
        }
        alarms.given(alarming, present);
        double score = novelties.length == 0 ? 0 : novelties[highest].score();
        return score == 0 ? Scores.NONE : new Scores(score, metrics.metrics().get(highest));
    }
}
