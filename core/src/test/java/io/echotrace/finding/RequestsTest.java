package io.echotrace.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.metric.CallMetrics;
import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Row;
import io.echotrace.metric.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found wrong with requests: their times have become irregular, or they fail. */
class RequestsTest {
    private final Rows rows = Rows.ofCatalogue().set(Metrics.METHOD_RATE, 100).set(Metrics.METHOD_ERRORS, 0);
    private final Random random = new Random(3);
    private Findings findings = new Findings(Subjects.of(Metrics.PROCESS_CPU));
    private final List<Finding> changes = new ArrayList<>();
    private List<Finding> holding = List.of();
    private int row;

    @Test
    void irregularTimes_areFound_whenTheyHaveLastedForThreeSeconds_andStandWhereTheyBegan() {
        jitter(30, 1.6);
        jitter(3, 14);
        assertThat(holding).isEmpty();
        jitter(0.1, 14);
        assertThat(holding).singleElement().satisfies(finding -> {
            assertThat(finding.sentence())
                    .isEqualTo("latency jitter: p99 is 14 × the median, usual is 1.6 × since 30.0 s");
            assertThat(finding.severity()).isBetween(0.75, 0.8);
        });
    }

    @ParameterizedTest
    @CsvSource({"2.1, 0.4, 0.45", "6.3, 0.67, 0.73", "20, 0.95, 1", "200, 1, 1"})
    void severity_isTheLogarithmOfHowManyTimesTheUsualItIs(double times, double from, double to) {
        jitter(60, 2);
        jitter(4, 2 * times);
        assertThat(holding)
                .extracting(Finding::severity)
                .first()
                .satisfies(severity -> assertThat(severity).isBetween(from, to));
    }

    @Test
    void finding_holdsDownToOneAndAHalfTimesTheUsual_andEndsBelow() {
        jitter(60, 2);
        jitter(5, 10);
        jitter(10, 3.6);
        assertThat(holding).hasSize(1);
        double calmAt = row / 10.0;
        jitter(4, 2.4);
        assertThat(holding).isEmpty();
        assertThat(changes).hasSize(2);
        assertThat(changes.get(1).endNanos() / 1e9).isEqualTo(calmAt - 0.1, within(0.01));
        jitter(20, 3.6);
        assertThat(changes).hasSize(2);
    }

    /** The metric shows a stall as long as its window, and a little more, reaches back to it. */
    @Test
    void singleStall_isNone_howeverLong() {
        jitter(30, 1.6);
        for (int i = 0; i < 20; i++) {
            jitter(2.3, 40);
            jitter(1, 1.6);
        }
        assertThat(changes).isEmpty();
    }

    @Test
    void warmUp_thatCalmsDown_isNone() {
        for (int i = 0; i < 600; i++) {
            jitter(0.1, (1.8 + 40 * Math.exp(-i / 70.0)) * (1 + 0.3 * random.nextDouble()));
        }
        assertThat(changes).isEmpty();
    }

    /** The median gains more by the compiler than the slowest calls. */
    @Test
    void warmUp_thatMakesMostCallsFaster_isNone() {
        for (int i = 0; i < 600; i++) {
            jitter(0.1, 4 * Math.pow(4, Math.min(1, i / 300.0)) * (1 + 0.3 * random.nextDouble()));
        }
        assertThat(changes).isEmpty();
    }

    @Test
    void nothingIsFound_inTheFirstTenSecondsOfCalls() {
        jitter(20, Double.NaN);
        jitter(5, 2);
        jitter(4.9, 40);
        assertThat(changes).isEmpty();
    }

    @Test
    void fewCalls_sayNothing() {
        rows.set(Metrics.METHOD_RATE, 5);
        jitter(30, 1.5);
        jitter(10, 40);
        assertThat(changes).isEmpty();
    }

    @Test
    void newUsual_isAcceptedInAboutTenMinutes() {
        jitter(120, 2);
        jitter(300, 40);
        assertThat(holding).hasSize(1);
        jitter(400, 40);
        assertThat(holding).isEmpty();
        jitter(300, 40);
        assertThat(changes).hasSize(2);
    }

    @Test
    void failedCalls_areFound_withTheirShare() {
        errors(10, 100, 0);
        errors(2.3, 100, 9);
        assertThat(holding)
                .extracting(Finding::sentence)
                .containsExactly("error burst: 9 % of the calls failed since 9.9 s");
        assertThat(holding.get(0).severity()).isBetween(0.75, 0.8);
        errors(2.5, 100, 0);
        assertThat(holding).hasSize(1);
        errors(2, 100, 0);
        assertThat(holding).isEmpty();
    }

    @Test
    void burst_holdsDownToHalfAPercent() {
        errors(3, 1000, 30);
        errors(20, 1000, 7);
        assertThat(holding).extracting(Finding::fault).containsExactly(Fault.ERROR_BURST);
        errors(6, 1000, 4);
        assertThat(holding).isEmpty();
        errors(20, 1000, 9);
        assertThat(changes).hasSize(2);
    }

    @Test
    void burst_isFoundInTheRowThatMakesItMoreThanChance() {
        errors(10, 100, 0);
        errors(0.9, 100, 10);
        assertThat(holding).isEmpty();
        errors(0.1, 100, 10);
        assertThat(holding).extracting(Finding::fault).containsExactly(Fault.ERROR_BURST);
        assertThat(holding.get(0).severity()).isGreaterThan(0.4);
    }

    @Test
    void firstErrors_areNoBurst() {
        errors(0.1, 30, 0);
        errors(0.1, 30, 10);
        errors(10, 100, 0.4);
        assertThat(changes).isEmpty();
    }

    @Test
    void slowService_thatFailsEachTime_isFoundWithItsFifthError() {
        for (int i = 0; i < 300; i++) {
            boolean called = i % 20 == 10;
            errors(0.1, called ? 10 : 0, called ? 10 : 0);
            assertThat(holding).hasSize(i < 90 ? 0 : 1);
        }
    }

    /** Calls fail one by one, by chance, for an hour. */
    @ParameterizedTest
    @CsvSource({"10, 0.005, 0", "100, 0.005, 0", "1000, 0.005, 0", "100, 0.009, 3", "1000, 0.009, 3"})
    void fewFailedCalls_arePartOfLife(int callsPerSecond, double share, int atMost) {
        for (int seed = 1; seed <= 3; seed++) {
            changes.clear();
            random.setSeed(seed);
            findings = new Findings(Subjects.of(Metrics.PROCESS_CPU));
            row = 0;
            for (int i = 0; i < 36_000; i++) {
                long failed = random.ints(callsPerSecond / 10)
                        .filter(n -> (n >>> 8) < share * (1 << 24))
                        .count();
                errors(0.1, callsPerSecond, 10.0 * failed);
            }
            assertThat(changes)
                    .filteredOn(finding -> finding.endNanos() == Finding.ONGOING)
                    .hasSizeLessThanOrEqualTo(atMost);
        }
    }

    @Test
    void rareCalls_thatAlwaysFail_areOneFinding_untilTheySucceed() {
        rareCalls(360, true);
        assertThat(changes).hasSize(1);
        assertThat(holding).hasSize(1);
        errors(600, 0, 0);
        assertThat(holding).as("after silence").hasSize(1);
        rareCalls(10, false);
        assertThat(holding).isEmpty();
        rareCalls(300, false);
        assertThat(changes).hasSize(2);
    }

    @Test
    void errorsOfALongRow_standAtItsBegin() {
        rows.set(Metrics.METHOD_RATE, 10).set(Metrics.METHOD_ERRORS, 0);
        findings.judge(rows.at(60));
        holding = findings.judge(rows.set(Metrics.METHOD_ERRORS, 5).at(120));
        assertThat(holding).extracting(Finding::startNanos).containsExactly(60_000_000_000L);
    }

    @Test
    void callsThatAreNotCounted_sayNothing() {
        rows.set(Metrics.METHOD_RATE, Double.NaN);
        run(20, Metrics.METHOD_ERRORS, 50);
        run(20, Metrics.METHOD_JITTER, 50);
        assertThat(changes).isEmpty();
    }

    @Test
    void requests_areTheCallsThatTheRunSays() {
        CallMetrics shop = CallMetrics.ofGroup("shop");
        Metric rate = shop.rate();
        Metric errors = shop.errors();
        Metric jitter = shop.jitter();
        Rows ofBoth = new Rows(rate, errors, jitter, Metrics.METHOD_RATE, Metrics.METHOD_ERRORS, Metrics.METHOD_JITTER);
        findings = new Findings(Subjects.of(Metrics.PROCESS_CPU).withRequests(shop));
        ofBoth.set(rate, 100).set(errors, 0).set(jitter, 2).set(Metrics.METHOD_RATE, 1000);
        for (int i = 0; i <= 400; i++) {
            ofBoth.set(Metrics.METHOD_JITTER, i < 200 ? 2 : 50).set(Metrics.METHOD_ERRORS, 500);
            holding = findings.judge(ofBoth.at(i / 10.0));
        }
        assertThat(holding).isEmpty();
        for (int i = 401; i <= 440; i++) {
            holding = findings.judge(ofBoth.set(jitter, 50).set(errors, 50).at(i / 10.0));
        }
        assertThat(holding).extracting(Finding::fault).containsExactly(Fault.LATENCY_JITTER, Fault.ERROR_BURST);
    }

    private void jitter(double forSeconds, double value) {
        run(forSeconds, Metrics.METHOD_JITTER, value);
    }

    private void errors(double forSeconds, double callsPerSecond, double errorsPerSecond) {
        rows.set(Metrics.METHOD_RATE, callsPerSecond);
        run(forSeconds, Metrics.METHOD_ERRORS, errorsPerSecond);
    }

    /** One every ten seconds. */
    private void rareCalls(int calls, boolean failing) {
        for (int i = 0; i < calls; i++) {
            errors(9.9, 0, 0);
            errors(0.1, 10, failing ? 10 : 0);
        }
    }

    private void run(double forSeconds, Metric metric, double value) {
        rows.set(metric, value);
        for (int i = 0; i < Math.round(forSeconds * 10); i++) {
            Row next = rows.at(row / 10.0);
            holding = findings.judge(next);
            changes.addAll(findings.changes());
            row++;
        }
    }
}
