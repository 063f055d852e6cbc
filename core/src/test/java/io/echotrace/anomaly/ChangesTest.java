package io.echotrace.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.metric.Metric;
import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Snapshot;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One of a dozen healthy metrics changes after ten minutes, and is heard. */
class ChangesTest {
    private static final int HEALTHY_SECONDS = 600;
    private static final int CHANGED_SECONDS = 120;
    private static final int METRICS = 12;
    private static final int CHANGED = 7;
    private static final double USUAL = 100;
    private static final double SPREAD = 5;

    enum Change {
        SPIKE(value -> value * 3),
        DROP_TO_ZERO(value -> 0),
        FREEZE(value -> USUAL + 1),
        SHIFT(value -> value + 15 * SPREAD),
        VARIANCE(value -> USUAL + 8 * (value - USUAL));

        @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
        private final DoubleUnaryOperator of;

        Change(DoubleUnaryOperator of) {
            this.of = of;
        }
    }

    private final List<Metric> all = Metrics.all().subList(0, METRICS);
    private final MetricSet metrics = new MetricSet(all);
    private final Scorer scorer = new Scorer(metrics);

    @ParameterizedTest
    @EnumSource(Change.class)
    void changeOfOneOfADozenMetrics_isUnusual_andNamesIt_whileHealthIsSilent(Change change) {
        Random random = new Random(5);
        double highestOfHealth = 0;
        boolean heard = false;
        for (int second = 0; second < HEALTHY_SECONDS + CHANGED_SECONDS; second++) {
            double[] values = random.doubles(METRICS)
                    .map(any -> USUAL + SPREAD * random.nextGaussian())
                    .toArray();
            if (second >= HEALTHY_SECONDS) {
                values[CHANGED] = change.of.applyAsDouble(values[CHANGED]);
            }
            long now = second * 1_000_000_000L;
            Scores scores = scorer.score(now, new Snapshot(now, metrics, values));
            if (second < HEALTHY_SECONDS) {
                highestOfHealth = Math.max(highestOfHealth, scores.highest());
            }
            heard |= scores.highest() >= Scores.UNUSUAL && Objects.equals(scores.metric(), all.get(CHANGED));
        }
        assertThat(highestOfHealth).isLessThan(Scores.UNUSUAL);
        assertThat(heard).isTrue();
    }
}
