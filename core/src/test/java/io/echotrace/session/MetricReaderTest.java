package io.echotrace.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Snapshot;
import io.echotrace.metric.Unit;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Isolated("lives in real time")
class MetricReaderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Metric[] catalogue() {
        return Metrics.all().toArray(new Metric[0]);
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void everyMetric_canBeReadAlone_orSaysWhyNot(Metric metric) {
        try (MetricReader reader = MetricReader.open(metric)) {
            LockSupport.parkNanos(20_000_000); // a rate has no value for no time at all
            double value = reader.read().value(metric);
            String reason = reader.reason(metric);
            assertThat(Double.isNaN(value)).as("%s", reason).isEqualTo(reason != null);
            assertThat(reason).isNotEqualTo("not read yet");
        }
    }

    @Test
    void cpu_showsWhatThisProcessDoes() {
        try (MetricReader reader = MetricReader.open(Metrics.SYSTEM_CPU, Metrics.PROCESS_CPU)) {
            long end = System.nanoTime() + 1_500_000_000L;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            Snapshot now = reader.read();
            assertThat(now.value(Metrics.PROCESS_CPU)).isBetween(0.01, 1.0);
            assertThat(now.value(Metrics.SYSTEM_CPU)).isBetween(0.01, 1.0);
        }
    }

    @Test
    void stalls_areMeasuredByATicker_whichEndsWithTheReader() {
        try (MetricReader reader = MetricReader.open(Metrics.STALL)) {
            await().atMost(PATIENCE).until(() -> !Double.isNaN(reader.read().value(Metrics.STALL)));
            assertThat(tickers()).isPositive();
        }
        await().atMost(PATIENCE).until(() -> tickers() == 0);
    }

    @Test
    void readerOfTheRest_startsNoThread_andLeavesItsLastValues() {
        await().atMost(PATIENCE).until(() -> tickers() == 0); // those of the tests before
        MetricReader reader = MetricReader.open(Metrics.THREADS, Metrics.SYSTEM_MEMORY);
        assertThat(tickers()).isZero();
        reader.close();
        reader.close();
        assertThat(reader.read().value(Metrics.THREADS)).isGreaterThan(3);
    }

    @Test
    void metricThatNothingMeasures_isRefusedByName() {
        assertThatThrownBy(() -> MetricReader.open(new Metric("queue.length", Unit.COUNT, "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no probe measures queue.length");
    }

    private static long tickers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("echotrace-ticker"))
                .count();
    }
}
