package io.echotrace.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.metric.Metrics;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of threads that come and go, and that do not go. */
class ThreadLeakTest {
    private static final double HOUR = 3600;

    private final Random random = new Random(5);
    private JudgedRun run = new JudgedRun(1);

    @Test
    void manyTimesAsManyThreads_areNamedAtOnce_withWhatIsUsual() {
        run = new JudgedRun(0.1);
        go(60, second -> 40);
        assertThat(run.secondsToFinding(10, second -> set(400))).isBetween(2.0, 2.5);
        assertThat(run.holding)
                .extracting(Finding::sentence)
                .containsExactly("thread leak: 400 threads, usual are 40 since 60.0 s");
    }

    @ParameterizedTest
    @CsvSource({"4.1, 0.65, 0.7", "8, 0.82, 0.86", "16, 0.99, 1", "100, 1, 1"})
    void severity_isTheLogarithmOfHowManyTimesTheUsualItIs(double times, double from, double to) {
        go(60, second -> 40);
        go(4, second -> 40 * times);
        assertThat(run.holding.get(0).severity()).isBetween(from, to);
    }

    @Test
    void fiftyMore_isTheLeast() {
        go(60, second -> 10);
        go(5, second -> 59);
        assertThat(run.begun()).isEmpty();
        go(5, second -> 62);
        assertThat(run.begun()).hasSize(1);
    }

    @Test
    void serverThatStarts_isNone() {
        go(10, second -> 12);
        go(20, second -> 12 + 8 * (second - 10));
        go(600, second -> 170);
        assertThat(run.begun()).isEmpty();
    }

    @Test
    void briefCrowd_isNone() {
        go(60, second -> 20);
        for (int i = 0; i < 20; i++) {
            go(2, second -> 500);
            go(10, second -> 20);
        }
        assertThat(run.begun()).isEmpty();
    }

    @Test
    void finding_holdsDownToThreeTimesTheUsual_andEndsBelow() {
        go(300, second -> 40);
        go(5, second -> 400);
        go(10, second -> 140);
        assertThat(run.holding).hasSize(1);
        go(5, second -> 100);
        assertThat(run.holding).isEmpty();
        go(30, second -> 140);
        assertThat(run.begun()).hasSize(1);
    }

    @Test
    void newUsual_isAcceptedInAboutTenMinutes() {
        go(120, second -> 40);
        go(200, second -> 400);
        assertThat(run.holding).hasSize(1);
        go(400, second -> 400);
        assertThat(run.holding).isEmpty();
        go(HOUR, second -> 400);
        assertThat(run.begun()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"100, 6", "50, 3", "400, 15"})
    void threadsThatRiseAllTheTime_areNamed_andNoLongerWhenTheyStop(double before, double perMinute) {
        go(1200, second -> scattered(before, 2));
        double seconds = run.secondsToFinding(
                HOUR, second -> set(scattered(before + Math.floor(perMinute * (second - 1200) / 60), 2)));
        assertThat(seconds / 60).isBetween(6.0, 22.0);
        assertThat(run.holding).extracting(Finding::fault).containsExactly(Fault.THREAD_LEAK);
        assertThat(run.holding.get(0).severity()).isBetween(0.4, 0.6);
        double stopped = before + Math.floor(perMinute * (run.seconds() - 1200) / 60);
        go(HOUR, second -> scattered(stopped, 2));
        assertThat(run.holding).isEmpty();
        assertThat(run.begun()).hasSize(1);
        assertThat(run.ended()).hasSize(1);
    }

    @Test
    void trend_isToldWithItsRateAndFromWhere_andIsWorseTheLongerItLasts() {
        go(600, second -> 100);
        go(900, second -> Math.floor(100 + (second - 600) / 5));
        assertThat(run.holding.get(0).evidence()).matches("threads rise by 12 a minute, from 10\\d to 279");
        double early = run.holding.get(0).severity();
        go(1800, second -> Math.floor(100 + (second - 600) / 5));
        assertThat(run.holding.get(0).severity()).isGreaterThan(early + 0.1);
        assertThat(run.begun()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 5, 10})
    void poolThatGrowsToItsSize_andStays_isNone(double growingSeconds) {
        go(120, second -> scattered(60, 1));
        go(2 * HOUR, second -> scattered(60 + 140 * Math.min(1, (second - 120) / growingSeconds), 1));
        assertThat(run.begun()).isEmpty();
    }

    /** While it grows it cannot be told from a leak. */
    @ParameterizedTest
    @ValueSource(doubles = {60, 180, 300})
    void poolThatGrowsForMinutes_isNoneAnyMore_onceItStays(double growingSeconds) {
        go(120, second -> scattered(60, 1));
        go(growingSeconds + 120, second -> scattered(60 + 140 * Math.min(1, (second - 120) / growingSeconds), 1));
        assertThat(run.holding).isEmpty();
        go(2 * HOUR, second -> scattered(200, 1));
        assertThat(run.begun()).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 15, 50, 150, 500})
    void leakThatBegins_isNamedSoon(double perMinute) {
        go(180, second -> scattered(40, 0.5));
        assertThat(run.secondsToFinding(HOUR, second -> set(scattered(40 + perMinute * (second - 180) / 60, 0.5))))
                .isBetween(5.0, Math.max(80, 3 * 40 / perMinute * 60 / 10 + 10));
        go(600, second -> scattered(40 + perMinute * (second - 180) / 60, 0.5));
        assertThat(run.begun()).hasSize(1);
    }

    @Test
    void poolThatGrowsWithTheRun_isNone() {
        go(2 * HOUR, second -> scattered(15 + 45 * Math.min(1, second / 180), 1));
        assertThat(run.begun()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"20, 1", "20, 10", "60, 3", "5, 0.5"})
    void threadsThatComeAndGo_areNone(double height, double periodMinutes) {
        go(6 * HOUR, second -> scattered(80 + height * Math.sin(second / 60 / periodMinutes * 2 * Math.PI), 3));
        assertThat(run.begun()).isEmpty();
    }

    @Test
    void rowsFarApart_areFollowed() {
        run = new JudgedRun(60);
        go(1200, second -> 100);
        double seconds = run.secondsToFinding(HOUR, second -> set(100 + (second - 1200) / 5));
        assertThat(seconds).isBetween(600.0, 1560.0);
        go(HOUR, second -> 100);
        assertThat(run.holding).isEmpty();
    }

    @Test
    void unmeasuredThreads_sayNothing_andEndWhatHolds() {
        go(60, second -> 40);
        go(5, second -> 400);
        double measured = run.seconds();
        go(5, second -> Double.NaN);
        assertThat(run.holding).isEmpty();
        assertThat(run.ended().get(0).endNanos() / 1e9).isEqualTo(measured - 1, within(0.01));
        go(2 * HOUR, second -> Double.NaN);
        assertThat(run.begun()).hasSize(1);
    }

    private double scattered(double threads, double deviation) {
        return Math.rint(threads + deviation * random.nextGaussian());
    }

    private void go(double seconds, DoubleUnaryOperator threads) {
        run.run(seconds, second -> set(threads.applyAsDouble(second)));
    }

    private void set(double threads) {
        run.rows.set(Metrics.THREADS, threads);
    }
}
