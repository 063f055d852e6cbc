package io.echotrace.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.metric.Metrics;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What collections leave of the heap, seen at each of them; between two it stays as it is. Times are minutes. */
class MemoryLeakTest {
    private static final double HOUR = 60;

    private final Random random = new Random(5);
    private JudgedRun run = new JudgedRun(1);
    private double everySeconds = 10;
    private double noise = 0.001;
    private double nextCollection;
    private double left;

    @Test
    void leak_isNamedInAboutFiveMinutes_withItsRateAndTheTimeToFull() {
        go(10, minute -> 0.45);
        assertThat(minutesToFinding(10, minute -> 0.45 + 0.01 * (minute - 10))).isBetween(4.0, 5.5);
        assertThat(run.holding).singleElement().satisfies(finding -> {
            assertThat(finding.fault()).isEqualTo(Fault.MEMORY_LEAK);
            assertThat(finding.severity()).isBetween(0.4, 0.46);
        });
        go(5, minute -> 0.45 + 0.01 * (minute - 10));
        assertThat(run.holding.get(0).evidence())
                .matches("heap after GC rises (0\\.9|1\\.0|1\\.1) % a minute, full in 4\\d min");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 5})
    void leakFromTheStart_isNamedAsSoon(double percentPerMinute) {
        assertThat(minutesToFinding(20, minute -> 0.45 + percentPerMinute / 100 * minute))
                .isBetween(4.0, 6.0);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 1", "1, 1", "1, 0.1"})
    void leak_isNamedWhateverTheDistanceOfRows(double rowSeconds, double noisePercent) {
        run = new JudgedRun(rowSeconds);
        noise = noisePercent / 1000;
        assertThat(minutesToFinding(20, minute -> 0.45 + 0.01 * minute)).isBetween(4.0, 11.0);
    }

    @Test
    void leak_isNamedInHalfAnHour_whereThereIsARowAMinute() {
        run = new JudgedRun(60);
        assertThat(minutesToFinding(HOUR, minute -> 0.45 + 0.01 * minute)).isBetween(10.0, 30.0);
    }

    @ParameterizedTest
    @CsvSource({"30, 12", "60, 25", "120, 42"})
    void rareCollections_takeLonger(double collectionSeconds, double atMost) {
        everySeconds = collectionSeconds;
        assertThat(minutesToFinding(50, minute -> 0.45 + 0.01 * minute)).isBetween(5.0, atMost);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2, 3})
    void leak_isNamed_whereSomeCollectionsTakeAPartBack(double toothMinutes) {
        everySeconds = 3;
        assertThat(minutesToFinding(HOUR, minute -> 0.4 + 0.01 * minute + tooth(minute, toothMinutes, 0.05)))
                .isLessThan(25.0);
    }

    /** Collections every two seconds, as under load. */
    @ParameterizedTest
    @ValueSource(doubles = {2, 4, 7, 10, 15, 25, 40, 60})
    void leakThatBegins_isNamedInATenthOfTheTimeToFull_orAMinute(double minutesToFull) {
        run = new JudgedRun(0.1);
        everySeconds = 2;
        noise = 0.002;
        go(3, minute -> 0.3);
        assertThat(minutesToFinding(HOUR, minute -> 0.3 + 0.7 * (minute - 3) / minutesToFull))
                .isBetween(0.3, Math.max(1, minutesToFull / 10));
        assertThat(run.holding).singleElement().extracting(Finding::fault).isEqualTo(Fault.MEMORY_LEAK);
    }

    /** What a program loads as it starts is no earlier leak. */
    @ParameterizedTest
    @ValueSource(doubles = {10, 24, 50})
    void leakThatBegins_soonAfterAStart_isNamedAsSoon(double minutesToFull) {
        run = new JudgedRun(0.1);
        everySeconds = 2;
        noise = 0.0002;
        go(0.1, minute -> 0.2);
        go(0.75, minute -> 0.27);
        assertThat(minutesToFinding(HOUR, minute -> 0.27 + 0.73 * (minute - 0.85) / minutesToFull))
                .isBetween(0.3, 0.4 + Math.max(1, minutesToFull / 10));
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 10, 30, 60})
    void leakThatBegins_isOneFinding_aslongAsItLasts(double minutesToFull) {
        everySeconds = 2;
        noise = 0.002;
        go(3, minute -> 0.3);
        go(0.6 * minutesToFull, minute -> 0.3 + 0.7 * (minute - 3) / minutesToFull);
        assertThat(run.holding).hasSize(1);
        assertThat(run.begun()).hasSize(1);
    }

    @Test
    void severity_growsToOne_asTheHeapFills() {
        go(6, minute -> 0.2 + 0.03 * minute);
        double first = severity();
        go(9, minute -> 0.2 + 0.03 * minute);
        double second = severity();
        go(9.2, minute -> 0.2 + 0.03 * minute);
        assertThat(first).isBetween(0.6, 0.7);
        assertThat(second).isBetween(0.7, 0.76);
        assertThat(severity()).isBetween(0.97, 1.0);
        assertThat(run.begun()).extracting(Finding::fault).startsWith(Fault.MEMORY_LEAK);
    }

    @Test
    void finding_ends_whenTheRiseStops_andDoesNotComeBack() {
        go(12, minute -> 0.4 + 0.02 * minute);
        assertThat(run.holding).hasSize(1);
        go(4, minute -> 0.64);
        assertThat(run.holding).isEmpty();
        go(HOUR, minute -> 0.64);
        assertThat(run.begun()).hasSize(1);
        assertThat(run.ended()).hasSize(1);
    }

    @Test
    void finding_ends_whenACollectionTakesItBack() {
        go(12, minute -> 0.4 + 0.02 * minute);
        go(2, minute -> 0.4);
        assertThat(run.holding).isEmpty();
    }

    @Test
    void finding_doesNotFlicker_whileTheLeakGoesOn() {
        noise = 0.002;
        go(40, minute -> 0.45 + 0.01 * minute);
        assertThat(run.begun()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2, 3})
    void warmUp_isNone(double minutes) {
        noise = 0.002;
        go(HOUR, minute -> 0.1 + 0.5 * Math.min(1, minute / minutes));
        assertThat(run.begun()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2, 3})
    void cachesThatFillEverMoreSlowly_areNone(double timeConstant) {
        noise = 0.002;
        go(HOUR, minute -> 0.1 + 0.5 * (1 - Math.exp(-minute / timeConstant)));
        assertThat(run.begun()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2, 3, 4})
    void sawTooth_isNone(double minutes) {
        everySeconds = 4;
        noise = 0.002;
        go(4 * HOUR, minute -> 0.45 + tooth(minute, minutes, 0.1));
        assertThat(run.begun()).isEmpty();
    }

    /** Its first edge cannot be told from a leak. */
    @ParameterizedTest
    @ValueSource(doubles = {6, 10, 20, 30})
    void longSawTooth_isNoneAnyMore_onceItHasFallen(double minutes) {
        noise = 0.002;
        go(8 * HOUR, minute -> 0.45 + tooth(minute, minutes, 0.3));
        assertThat(run.begun()).hasSizeLessThanOrEqualTo(1);
        assertThat(run.begun()).allMatch(finding -> finding.startNanos() < minutes * 60e9);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 0.01})
    void step_isNone(double deviation) {
        noise = deviation;
        go(2 * HOUR, minute -> minute < 30 ? 0.3 : 0.6);
        assertThat(run.begun()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.01, 0.04})
    void noise_isNone(double deviation) {
        noise = deviation;
        go(24 * HOUR, minute -> 0.7);
        assertThat(run.begun()).isEmpty();
    }

    @Test
    void slowRise_thatFillsTheHeapInMoreThanAnHour_isNone() {
        noise = 0.0005;
        go(2 * HOUR, minute -> 0.3 + 0.002 * minute);
        assertThat(run.begun()).isEmpty();
    }

    @Test
    void unmeasuredHeap_saysNothing_andEndsWhatHolds() {
        go(12, minute -> 0.4 + 0.02 * minute);
        assertThat(run.holding).hasSize(1);
        go(0.1, minute -> Double.NaN);
        assertThat(run.holding).isEmpty();
        go(HOUR, minute -> Double.NaN);
        go(3, minute -> 0.5);
        assertThat(run.begun()).hasSize(1);
    }

    private static double tooth(double minute, double period, double height) {
        return height * (minute / period % 1);
    }

    private double severity() {
        return run.holding.stream()
                .filter(finding -> finding.fault() == Fault.MEMORY_LEAK)
                .findFirst()
                .orElseThrow()
                .severity();
    }

    private void go(double minutes, DoubleUnaryOperator live) {
        run.run(60 * minutes, seconds -> collect(seconds, live));
    }

    private double minutesToFinding(double atMost, DoubleUnaryOperator live) {
        return run.secondsToFinding(60 * atMost, seconds -> collect(seconds, live)) / 60;
    }

    /** A collection now and then, half to one and a half times as far apart as they are on average. */
    private void collect(double seconds, DoubleUnaryOperator live) {
        double now = live.applyAsDouble(seconds / 60);
        if (Double.isNaN(now)) {
            left = now;
        } else if (seconds >= nextCollection || Double.isNaN(left)) {
            nextCollection = seconds + everySeconds * (0.5 + random.nextDouble());
            left = Math.max(0, Math.min(now + noise * random.nextGaussian(), 1));
        }
        run.rows.set(Metrics.HEAP_AFTER_GC, left);
    }
}
