package io.echotrace.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.metric.Metrics;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packets are counted in each row, errors read every two seconds and told of in the rows until the next reading. */
class NetworkLossTest {
    private final Random random = new Random(5);
    private JudgedRun run = new JudgedRun(0.1);
    private double nextReading = 2;
    private double readAt;
    private double previous;
    private double lost;

    /** However long ago the last reading was taken for one: while nothing is lost, nothing says when it is read. */
    @ParameterizedTest
    @ValueSource(doubles = {60, 60.3, 60.9, 61.2, 61.5, 61.9})
    void lostPackets_areNamedWithTheSecondReading(double begin) {
        go(begin, 400, 0);
        assertThat(run.secondsToFinding(10, second -> set(second, 400, 0.05))).isBetween(2.0, 5.0);
    }

    @Test
    void lostPackets_areNamedWithTheirShare() {
        go(60, 1000, 0);
        double seconds = run.secondsToFinding(10, second -> set(second, 1000, 0.034));
        assertThat(seconds).isBetween(2.0, 5.0);
        go(6, 1000, 0.034);
        assertThat(run.holding).singleElement().satisfies(finding -> {
            assertThat(finding.fault()).isEqualTo(Fault.NETWORK_LOSS);
            assertThat(finding.evidence()).isEqualTo("3 % of the packets lost, in error or sent again");
            assertThat(finding.startNanos() / 1e9).isBetween(58.0, 62.0);
        });
    }

    @ParameterizedTest
    @CsvSource({"0.013, 0.4, 0.46", "0.055, 0.68, 0.72", "0.3, 0.99, 1", "2, 1, 1"})
    void severity_isTheLogarithmOfTheShare(double share, double from, double to) {
        go(30, 5000, 0);
        go(20, 5000, share);
        assertThat(run.holding.get(0).severity()).isBetween(from, to);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 5, 20, 300})
    void loneErrors_areNone(double packetsPerSecond) {
        for (int i = 0; i < 60; i++) {
            go(58, packetsPerSecond, 0);
            lose(2, packetsPerSecond, 1 + i % 3);
        }
        assertThat(run.begun()).isEmpty();
    }

    @Test
    void manyErrorsInOneReading_areOneBadMoment() {
        for (int i = 0; i < 20; i++) {
            go(30, 300, 0);
            lose(2, 300, 40);
        }
        assertThat(run.begun()).isEmpty();
    }

    @Test
    void quietMachine_thatLosesMost_isNamed() {
        go(60, 5, 0);
        go(8, 5, 0.4);
        assertThat(run.holding).hasSize(1);
    }

    /** Packets are lost one by one, by chance, for two hours. */
    @ParameterizedTest
    @CsvSource({"20, 0.005", "200, 0.005", "5000, 0.005", "5000, 0.009"})
    void fewLostPackets_arePartOfLife(double packetsPerSecond, double share) {
        for (int i = 0; i < 3600; i++) {
            lose(2, packetsPerSecond, poisson(2 * packetsPerSecond * share));
        }
        assertThat(run.begun()).isEmpty();
    }

    @Test
    void lossOfABatch_thatIsToldWhenItIsOver_isItsOwnShare() {
        for (int i = 0; i < 60; i++) {
            go(4, 5000, 0.008);
            go(16, 5, 0);
        }
        assertThat(run.begun()).isEmpty();
    }

    @Test
    void finding_holdsDownToHalfAPercent_andEndsBelow() {
        go(30, 5000, 0);
        go(10, 5000, 0.02);
        go(30, 5000, 0.007);
        assertThat(run.holding).hasSize(1);
        go(12, 5000, 0.003);
        assertThat(run.holding).isEmpty();
        go(30, 5000, 0.009);
        assertThat(run.begun()).hasSize(1);
    }

    @Test
    void finding_ends_whenNothingIsSentAnyMore() {
        go(30, 1000, 0);
        go(10, 1000, 0.1);
        assertThat(run.holding).hasSize(1);
        go(12, 0, 0);
        assertThat(run.holding).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.1, 1, 2, 10, 60})
    void rowsOfAnyDistance_areJudged(double intervalSeconds) {
        run = new JudgedRun(intervalSeconds);
        go(Math.max(10, 5 * intervalSeconds), 1000, 0);
        double seconds = run.secondsToFinding(600, second -> set(second, 1000, 0.05));
        assertThat(seconds).isBetween(2.0, Math.max(6.5, 3 * intervalSeconds));
        go(Math.max(20, 6 * intervalSeconds), 1000, 0);
        assertThat(run.holding).isEmpty();
    }

    @Test
    void rateThatStaysTheSame_isReadAgainAndAgain() {
        run.rows.set(Metrics.NETWORK_PACKETS, 1000).set(Metrics.NETWORK_ERRORS, 50);
        run.run(10, second -> {});
        assertThat(run.holding).extracting(Finding::fault).containsExactly(Fault.NETWORK_LOSS);
        assertThat(run.begun()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void unmeasuredPacketsOrErrors_sayNothing_andEndWhatHolds(boolean packets) {
        go(20, 1000, 0.1);
        assertThat(run.holding).hasSize(1);
        run.rows.set(packets ? Metrics.NETWORK_PACKETS : Metrics.NETWORK_ERRORS, Double.NaN);
        run.run(20, second -> {});
        assertThat(run.holding).isEmpty();
        assertThat(run.begun()).hasSize(1);
    }

    private double poisson(double mean) {
        if (mean > 30) {
            return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double count = -1;
        for (double left = 1; left > Math.exp(-mean); count++) {
            left *= random.nextDouble();
        }
        return count;
    }

    private void go(double seconds, double packetsPerSecond, double share) {
        run.run(seconds, second -> set(second, packetsPerSecond, share));
    }

    private void set(double second, double packetsPerSecond, double share) {
        lost += share * packetsPerSecond * Math.max(0, second - previous);
        previous = second;
        run.rows.set(Metrics.NETWORK_PACKETS, packetsPerSecond);
        if (second >= nextReading - 1e-6) {
            run.rows.set(Metrics.NETWORK_ERRORS, lost / (second - readAt));
            readAt = second;
            nextReading = second + 2;
            lost = 0;
        }
    }

    /** So many errors at once, and none after. */
    private void lose(double seconds, double packetsPerSecond, double errors) {
        lost += errors;
        go(seconds, packetsPerSecond, 0);
    }
}
