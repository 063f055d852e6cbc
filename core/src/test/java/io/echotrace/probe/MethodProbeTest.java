package io.echotrace.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.echotrace.metric.CallMetrics;
import io.echotrace.metric.Metric;
import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import io.echotrace.metric.SixDigits;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MethodProbeTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;
    private static final String NO_CALLS = "no calls in the last 2 s";

    private final FakeCalls http = new FakeCalls("@http");
    private final FakeCalls jdbc = new FakeCalls("@jdbc");
    private final Random random = new Random(7);
    private MethodProbe probe = new MethodProbe(List.of(http));
    private Readings readings = readings(probe);
    private long previousNanos;
    private long nowNanos;

    @Test
    void rateTimesInterval_isTheExactCountOfEachRow_theFirstBeginningWithTheRun() {
        of(http, jdbc);
        for (int i = 0; i < 2000; i++) {
            long calls = random.nextInt(i % 7 == 0 ? 60_000 : 40);
            long errors = random.nextInt(3);
            http.calls(calls, 1000).errors(errors);
            jdbc.calls(2 * calls / 3, 500);
            Row row = row(nowNanos + 10 * MILLI + random.nextInt(300_000_000));
            assertThat(count(row, Metrics.METHOD_RATE)).isEqualTo(calls + 2 * calls / 3);
            assertThat(count(row, CallMetrics.ofGroup("@http").rate())).isEqualTo(calls);
            assertThat(count(row, CallMetrics.ofGroup("@jdbc").rate())).isEqualTo(2 * calls / 3);
            assertThat(count(row, Metrics.METHOD_ERRORS)).isEqualTo(errors);
            previousNanos = row.atNanos();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1.5, 3})
    void percentiles_areWithinTwoPercent_andTheMaximumIsExact(double spread) {
        long[] durations = LongStream.generate(() -> (long) (2e5 * Math.exp(spread * random.nextGaussian())))
                .limit(20_000)
                .toArray();
        for (int i = 0; i < durations.length; i++) {
            http.call(durations[i]);
            if (i % 1250 == 0) {
                row(nowNanos + 100 * MILLI);
            }
        }
        Row row = row(nowNanos + 100 * MILLI);
        Arrays.sort(durations);
        double median = durations[durations.length / 2 - 1] / 1e9;
        double ninetyNine = durations[durations.length * 99 / 100 - 1] / 1e9;
        assertThat(row.value(Metrics.METHOD_P50)).isCloseTo(median, within(0.016 * median));
        assertThat(row.value(Metrics.METHOD_P99)).isCloseTo(ninetyNine, within(0.016 * ninetyNine));
        assertThat(row.value(Metrics.METHOD_MAX)).isEqualTo(SixDigits.round(durations[durations.length - 1] / 1e9));
        assertThat(row.value(Metrics.METHOD_JITTER))
                .isCloseTo(ninetyNine / median, within(0.033 * ninetyNine / median));
    }

    @Test
    void oneCall_isItsOwnMedianAndMaximum() {
        http.call(123_456_789);
        Row row = row(100 * MILLI);
        assertThat(row.value(Metrics.METHOD_MAX)).isEqualTo(0.123457);
        assertThat(row.value(Metrics.METHOD_P99))
                .isCloseTo(0.123457, within(0.002))
                .isLessThanOrEqualTo(0.123457);
        assertThat(row.value(Metrics.METHOD_JITTER)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 70, 100, 150, 300, 1000, 2000})
    void durations_areThoseOfTheLastTwoSeconds(long intervalMillis) {
        long interval = intervalMillis * MILLI;
        row(interval);
        http.calls(1000, 5 * MILLI);
        row(2 * interval);
        long latest = 2 * interval;
        for (long at = 3 * interval; at <= 5 * SECOND + interval; at += interval) {
            http.call(MILLI);
            if (row(at).value(Metrics.METHOD_MAX) == 0.005) {
                latest = at;
            }
        }
        long kept = latest - 2 * interval;
        assertThat(kept).isGreaterThanOrEqualTo(2 * SECOND - interval);
        assertThat(kept).isLessThanOrEqualTo(2 * SECOND + 200 * MILLI + interval);
    }

    @Test
    void durations_areThoseOfTheInterval_whereItIsLonger() {
        http.call(9 * MILLI);
        assertThat(row(5 * SECOND).value(Metrics.METHOD_MAX)).isEqualTo(0.009);
        http.call(MILLI);
        assertThat(row(10 * SECOND).value(Metrics.METHOD_MAX)).isEqualTo(0.001);
        assertThat(row(15 * SECOND).value(Metrics.METHOD_MAX)).isNaN();
    }

    @Test
    void withoutCalls_theRateIsZero_andDurationsHaveAReason() {
        Row before = row(100 * MILLI);
        assertThat(before.value(Metrics.METHOD_RATE)).isZero();
        assertThat(before.value(Metrics.METHOD_ERRORS)).isZero();
        assertThat(before.value(Metrics.METHOD_P50)).isNaN();
        http.call(MILLI);
        assertThat(row(200 * MILLI).value(Metrics.METHOD_P50)).isCloseTo(0.001, within(2e-5));
        Row after = row(4 * SECOND);
        assertThat(after.value(Metrics.METHOD_RATE)).isZero();
        for (Metric metric :
                List.of(Metrics.METHOD_P50, Metrics.METHOD_P99, Metrics.METHOD_MAX, Metrics.METHOD_JITTER)) {
            assertThat(after.value(metric)).isNaN();
            assertThat(readings.reason(metric)).isEqualTo(NO_CALLS);
        }
    }

    @Test
    void withoutTimedMethods_allIsUnavailable_withTheReason() {
        of();
        Row row = row(100 * MILLI);
        assertThat(probe.metrics()).isEqualTo(CallMetrics.ofAll().list());
        for (Metric metric : probe.metrics()) {
            assertThat(row.value(metric)).isNaN();
            assertThat(readings.reason(metric)).isEqualTo("no methods are timed");
        }
    }

    @Test
    void callsInFlight_areThoseOfTheMoment_andAddUp() {
        of(http.inFlight(3), jdbc.inFlight(2));
        Row row = row(100 * MILLI);
        assertThat(row.value(Metrics.METHOD_IN_FLIGHT)).isEqualTo(5);
        assertThat(row.value(CallMetrics.ofGroup("@http").inFlight())).isEqualTo(3);
        http.inFlight(0);
        jdbc.inFlight(-1);
        assertThat(row(200 * MILLI).value(Metrics.METHOD_IN_FLIGHT)).isZero();
    }

    @Test
    void groups_haveMetricsOfTheirOwn_onlyWhereThereAreSeveral() {
        assertThat(probe.metrics()).hasSize(7);
        of(http, jdbc);
        assertThat(probe.metrics()).hasSize(21);
        assertThat(probe.metrics()).extracting(Metric::name).contains("app.method.p99{@http}", "app.method.max{@jdbc}");
        http.calls(9, MILLI);
        jdbc.calls(1, 50 * MILLI);
        Row row = row(100 * MILLI);
        assertThat(row.value(CallMetrics.ofGroup("@http").max())).isEqualTo(0.001);
        assertThat(row.value(CallMetrics.ofGroup("@jdbc").p50())).isCloseTo(0.05, within(0.001));
        assertThat(row.value(Metrics.METHOD_P50)).isCloseTo(0.001, within(2e-5));
        assertThat(row.value(Metrics.METHOD_MAX)).isEqualTo(0.05);
    }

    @Test
    void sourceThatThrows_losesItsOwnMetrics_andTheOthersAreMeasured() {
        of(http, jdbc);
        http.calls(5, MILLI).failing(new IllegalStateException("closed"));
        jdbc.calls(3, MILLI);
        Row row = row(SECOND);
        assertThat(row.value(CallMetrics.ofGroup("@http").rate())).isNaN();
        assertThat(readings.reason(CallMetrics.ofGroup("@http").rate()))
                .isEqualTo("failed: IllegalStateException, closed");
        assertThat(row.value(CallMetrics.ofGroup("@jdbc").rate())).isEqualTo(3);
        assertThat(row.value(Metrics.METHOD_RATE)).isEqualTo(3);
        jdbc.failing(new IllegalStateException("closed, too"));
        assertThat(row(2 * SECOND).value(Metrics.METHOD_RATE)).isNaN();
        assertThat(readings.reason(Metrics.METHOD_RATE)).isEqualTo("failed: IllegalStateException, closed, too");
    }

    @Test
    void errors_areOneOccurrenceARow_overTheRowsInterval() {
        of(http, jdbc);
        row(100 * MILLI);
        http.calls(5, MILLI).errors(2);
        jdbc.calls(5, MILLI).errors(15);
        Row row = row(3 * SECOND);
        assertThat(row.occurrences()).singleElement().satisfies(error -> {
            assertThat(error.kind()).isEqualTo(Occurrence.Kind.ERROR);
            assertThat(error.startNanos())
                    .as("where the row before stands, however long ago")
                    .isEqualTo(100 * MILLI);
            assertThat(error.lengthNanos()).isEqualTo(2900 * MILLI);
            assertThat(error.text()).isEqualTo("17");
        });
        assertThat(row(4 * SECOND).occurrences()).isEmpty();
    }

    @Test
    void rowOfTheSameMillisecond_leavesTheCallsToTheNextOne() {
        row(100 * MILLI);
        http.calls(7, MILLI);
        row(100 * MILLI + 400_000);
        Row next = row(200 * MILLI);
        previousNanos = 100 * MILLI;
        assertThat(count(next, Metrics.METHOD_RATE)).isEqualTo(7);
    }

    @Test
    void callsOfARowThatWasNotMade_areOfTheNext_fromWhereTheLastOneEnded() {
        of(http, jdbc);
        row(100 * MILLI);
        http.calls(7, MILLI).errors(2);
        assertThat(unsettled(200 * MILLI).occurrences()).hasSize(1);
        http.calls(4, MILLI).errors(1);
        Row next = row(300 * MILLI);
        previousNanos = 100 * MILLI;
        assertThat(count(next, Metrics.METHOD_RATE)).isEqualTo(11);
        assertThat(count(next, CallMetrics.ofGroup("@http").rate())).isEqualTo(11);
        assertThat(count(next, Metrics.METHOD_ERRORS)).isEqualTo(3);
        assertThat(next.occurrences()).extracting(Occurrence::text).containsExactly("3");
        previousNanos = 300 * MILLI;
        assertThat(count(row(400 * MILLI), Metrics.METHOD_RATE)).isZero();
    }

    @Test
    void moreCallsThanSixDigitsSay_areOwedToTheNextRow() {
        http.calls(1_234_567, 1000);
        Row row = row(100 * MILLI);
        assertThat(probe.isOwing()).isTrue();
        long said = count(row, Metrics.METHOD_RATE);
        previousNanos = 100 * MILLI;
        assertThat(said + count(row(200 * MILLI), Metrics.METHOD_RATE)).isEqualTo(1_234_567);
        assertThat(probe.isOwing()).isFalse();
    }

    @Test
    void callsTooShortForTheClock_haveNoJitter() {
        http.calls(99, 0).call(100);
        assertThat(row(SECOND).value(Metrics.METHOD_P50)).isZero();
        assertThat(readings.reason(Metrics.METHOD_JITTER)).isEqualTo("the calls are too short for the clock");
    }

    @Test
    void reading_allocatesNothing() {
        of(http, jdbc);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        readBusily(50);
        long before = threads.getThreadAllocatedBytes(self);
        readBusily(200);
        assertThat(threads.getThreadAllocatedBytes(self) - before).isLessThan(200 * 64);
    }

    private void readBusily(int times) {
        for (int i = 0; i < times; i++) {
            http.calls(100, 1000 + i).inFlight(i);
            nowNanos += 100 * MILLI;
            probe.read(nowNanos, readings);
            probe.settle();
        }
    }

    private void of(FakeCalls... sources) {
        probe = new MethodProbe(List.of(sources));
        readings = readings(probe);
    }

    private static Readings readings(MethodProbe probe) {
        return new Readings(new MetricSet(probe.metrics()));
    }

    private Row row(long atNanos) {
        Row row = unsettled(atNanos);
        probe.settle();
        return row;
    }

    private Row unsettled(long atNanos) {
        nowNanos = atNanos;
        probe.read(atNanos, readings);
        return new Row(readings.snapshot(atNanos), readings.takeOccurrences(), previousNanos);
    }

    private long count(Row row, Metric perSecond) {
        return Math.round(row.value(perSecond) * ((row.atNanos() - previousNanos) / 1e9));
    }
}
