package io.echotrace.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Rows;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScorerTest {
    private final Random random = new Random(42);
    private final Rows rows = Rows.ofCatalogue();
    private final Scorer scorer = new Scorer(rows.metrics());
    private double seconds;

    private static final List<Metric> OTHERS = Metrics.all().subList(5, 16);

    enum Health {
        GAUSSIAN {
            @Override
            double draw(Random random) {
                return 0.4 + 0.02 * random.nextGaussian();
            }
        },
        BURSTY {
            @Override
            double draw(Random random) {
                return random.nextInt(30) == 0 ? random.nextDouble() : 0.01 * random.nextDouble();
            }
        },
        CONSTANT {
            @Override
            double draw(Random random) {
                return 0.25;
            }
        };

        abstract double draw(Random random);
    }

    @ParameterizedTest
    @EnumSource(Health.class)
    void healthBesideElevenOtherMetrics_isSeldomUnusual(Health health) {
        for (Metric metric : OTHERS) {
            rows.set(metric, 1);
        }
        assertThat(unusualSeconds(health, 3600)).isLessThanOrEqualTo(2);
    }

    /** Alone, a metric is taken at its word: it has the scorer's stock of alarms for itself, and no more. */
    @ParameterizedTest
    @EnumSource(Health.class)
    void healthOfAMetricAlone_isUnusualAFewTimes_atMost(Health health) {
        assertThat(unusualSeconds(health, 3600)).isLessThanOrEqualTo(15);
    }

    private int unusualSeconds(Health health, int seconds) {
        int unusual = 0;
        for (int i = 0; i < seconds; i++) {
            double highest =
                    second(Metrics.SYSTEM_CPU, () -> health.draw(random)).highest();
            unusual += highest >= Scores.UNUSUAL ? 1 : 0;
        }
        return unusual;
    }

    @Test
    void leapFarBeyondTheRecord_isUnusual_namesItsMetric_andRestsAfterwards() {
        for (int i = 0; i < 600; i++) {
            second(Metrics.NETWORK_RECEIVE, () -> 1000 + 50 * random.nextGaussian());
        }
        second(Metrics.NETWORK_RECEIVE, () -> 100_000);
        Scores scores = second(Metrics.NETWORK_RECEIVE, () -> 100_000);
        assertThat(scores.highest()).isGreaterThanOrEqualTo(Scores.UNUSUAL);
        assertThat(scores.metric()).isEqualTo(Metrics.NETWORK_RECEIVE);
        assertThat(second(Metrics.NETWORK_RECEIVE, () -> 100_000).highest()).isLessThan(Scores.UNUSUAL);
    }

    @Test
    void firstMoveOfAConstantFraction_isNoAnomaly_howeverManyRowsASecondHas() {
        for (int i = 0; i < 6000; i++) {
            scorer.score(rows.set(Metrics.HEAP_AFTER_GC, 0.031234).at(seconds));
            seconds += i % 3 == 0 ? 0.09 : 0.11;
        }
        second(Metrics.HEAP_AFTER_GC, () -> 0.031734);
        assertThat(second(Metrics.HEAP_AFTER_GC, () -> 0.031734).highest()).isLessThan(Scores.UNUSUAL);
    }

    @Test
    void leapToAThousandTimesTheUsual_isAnAnomaly() {
        for (int i = 0; i < 600; i++) {
            second(Metrics.CLASSES, () -> 50 * (1 + 0.05 * random.nextGaussian()));
        }
        second(Metrics.CLASSES, () -> 5e6);
        assertThat(second(Metrics.CLASSES, () -> 50).highest()).isGreaterThanOrEqualTo(Scores.ANOMALY);
    }

    @Test
    void metricThatIsLearning_isNeverUnusual() {
        for (int i = 0; i < 10; i++) {
            second(Metrics.DISK_READ, () -> random.nextDouble());
        }
        assertThat(scorer.isLearning(Metrics.DISK_READ)).isTrue();
        second(Metrics.DISK_READ, () -> 1e12);
        assertThat(second(Metrics.DISK_READ, () -> 1e12).highest()).isLessThan(Scores.UNUSUAL);
    }

    @Test
    void firstMoveOfAMetricThatStoodStill_isNoAnomaly() {
        for (int i = 0; i < 600; i++) {
            second(Metrics.SYSTEM_SWAP_IO, () -> 0);
        }
        second(Metrics.SYSTEM_SWAP_IO, () -> 4096);
        assertThat(second(Metrics.SYSTEM_SWAP_IO, () -> 0).highest()).isLessThan(Scores.UNUSUAL);
    }

    /** Ten rows of a second, and the scores that hold at their end: those of the second before. */
    private Scores second(Metric metric, DoubleSupplier value) {
        Scores scores = Scores.NONE;
        for (int i = 0; i < 10; i++) {
            scores = scorer.score(rows.set(metric, value.getAsDouble()).at(seconds));
            seconds += 0.1;
        }
        return scores;
    }
}
