package io.echotrace.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.metric.Metric;
import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ProbeSetTest {
    private static final Metric GOOD = new Metric("good", Unit.COUNT, "always there");
    private static final Metric BAD = new Metric("bad", Unit.COUNT, "of a probe that throws");
    private static final long SECOND = 1_000_000_000L;
    private static final long HALF_SECOND = SECOND / 2;

    private final Readings readings = new Readings(new MetricSet(List.of(GOOD, BAD)));

    @Test
    void throwingProbe_losesOnlyItsOwnMetrics() {
        ProbeSet probes = new ProbeSet(List.of(failing(() -> new IllegalStateException("out of order")), counting()));
        probes.read(0, readings);
        assertThat(readings.reason(BAD)).isEqualTo("failed: IllegalStateException, out of order");
        assertThat(readings.snapshot(0).value(GOOD)).isEqualTo(1);
    }

    @Test
    void missingClass_isAReason() {
        ProbeSet probes = new ProbeSet(List.of(failing(() -> new NoClassDefFoundError("com/sun/management/GcInfo"))));
        probes.read(0, readings);
        assertThat(readings.reason(BAD)).isEqualTo("this JVM has no class com.sun.management.GcInfo");
    }

    @Test
    void unavailableSource_isReportedInItsOwnWords() {
        ProbeSet probes = new ProbeSet(List.of(failing(() -> new UnavailableException("no such sensor"))));
        probes.read(0, readings);
        assertThat(readings.reason(BAD)).isEqualTo("no such sensor");
    }

    @Test
    void throwingProbe_isTriedAgainAfterTwoSeconds() {
        FakeProbe failing = failing(() -> new IllegalStateException("out of order"));
        ProbeSet probes = new ProbeSet(List.of(failing));
        for (long tenth = 0; tenth < 45; tenth++) {
            probes.read(tenth * SECOND / 10, readings);
        }
        assertThat(failing.readAt).containsExactly(0L, 2 * SECOND, 4 * SECOND);
    }

    @Test
    void slowProbe_isReadOncePerPeriod() {
        FakeProbe slow = counting();
        slow.periodNanos = 2 * SECOND;
        ProbeSet probes = new ProbeSet(List.of(slow));
        for (long tenth = 0; tenth <= 65; tenth++) {
            probes.read(tenth * SECOND / 10, readings);
        }
        assertThat(slow.readAt)
                .containsExactly(
                        HALF_SECOND, HALF_SECOND + 2 * SECOND, HALF_SECOND + 4 * SECOND, HALF_SECOND + 6 * SECOND);
    }

    @Test
    void slowProbes_areNotReadInTheFirstRows_norAllInOneRow() {
        FakeProbe first = counting();
        FakeProbe second = counting();
        first.periodNanos = 2 * SECOND;
        second.periodNanos = 2 * SECOND;
        ProbeSet probes = new ProbeSet(List.of(first, second));
        for (long tenth = 0; tenth <= 30; tenth++) {
            probes.read(tenth * SECOND / 10, readings);
        }
        assertThat(first.readAt).containsExactly(HALF_SECOND, HALF_SECOND + 2 * SECOND);
        assertThat(second.readAt).containsExactly(HALF_SECOND + SECOND / 10, HALF_SECOND + 2 * SECOND + SECOND / 10);
    }

    @Test
    void slowProbe_doesNotCatchUp_afterAGap() {
        FakeProbe slow = counting();
        slow.periodNanos = 2 * SECOND;
        ProbeSet probes = new ProbeSet(List.of(slow));
        probes.read(0, readings);
        probes.read(SECOND, readings);
        probes.read(30 * SECOND, readings);
        probes.read(30 * SECOND + SECOND / 10, readings);
        assertThat(slow.readAt).containsExactly(SECOND, 30 * SECOND);
    }

    @Test
    void close_closesAll_evenIfOneThrows() {
        FakeProbe first = counting();
        FakeProbe second = counting();
        first.failure = () -> new IllegalStateException("cannot close");
        ProbeSet probes = new ProbeSet(List.of(first, second));
        probes.close();
        probes.close();
        assertThat(second.closed).isEqualTo(1);
    }

    private static FakeProbe counting() {
        return new FakeProbe(GOOD);
    }

    private static FakeProbe failing(Supplier<? extends Throwable> failure) {
        FakeProbe probe = new FakeProbe(BAD);
        probe.failure = failure;
        return probe;
    }

    private static final class FakeProbe implements Probe {
        final List<Long> readAt = new ArrayList<>();
        private final Metric metric;
        private long periodNanos;
        private int closed;
        private Supplier<? extends Throwable> failure = () -> null;

        FakeProbe(Metric metric) {
            this.metric = metric;
        }

        @Override
        public List<Metric> metrics() {
            return List.of(metric);
        }

        @Override
        public long periodNanos() {
            return periodNanos;
        }

        @Override
        public void read(long nowNanos, Readings into) {
            readAt.add(nowNanos);
            throwFailure();
            into.value(metric, readAt.size());
        }

        @Override
        public void close() {
            closed++;
            throwFailure();
        }

        private void throwFailure() {
            Throwable failed = failure.get();
            if (failed instanceof Error error) {
                throw error;
            }
            if (failed instanceof RuntimeException exception) {
                throw exception;
            }
        }
    }
}
