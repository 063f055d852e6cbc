package io.echotrace.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Snapshot;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScorerAllocationTest {
    private static final int SECONDS = 20_000;

    /** A second may have a {@link Scores} and a view of the metrics to find its name; judging forty values has nothing. */
    @Test
    void judging_allocatesNothingButTheScores() {
        MetricSet metrics = new MetricSet(Metrics.all().subList(0, 40));
        Scorer scorer = new Scorer(metrics);
        Random random = new Random(1);
        Snapshot[] seconds = new Snapshot[100];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = new Snapshot(0, metrics, random.doubles(40).toArray());
        }
        score(scorer, seconds, 0);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        score(scorer, seconds, SECONDS);
        assertThat((threads.getThreadAllocatedBytes(thread) - before) / SECONDS).isLessThanOrEqualTo(64);
    }

    private static void score(Scorer scorer, Snapshot[] seconds, int from) {
        for (int i = 0; i < SECONDS; i++) {
            scorer.score((from + i) * 1_000_000_000L, seconds[i % seconds.length]);
        }
    }
}
