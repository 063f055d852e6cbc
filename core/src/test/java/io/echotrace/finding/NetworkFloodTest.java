package io.echotrace.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.mapping.SoundTable;
import io.echotrace.metric.CallMetrics;
import io.echotrace.metric.Metrics;
import io.echotrace.timeline.Control;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Traffic in megabytes a second, ten rows a second. */
class NetworkFloodTest {
    private JudgedRun run = new JudgedRun(0.1);

    @Test
    void flood_isFoundWhenItHasLastedForTwoSeconds_andStandsWhereItBegan() {
        go(60, 0.12);
        assertThat(secondsToFinding(85)).isBetween(2.0, 3.1);
        assertThat(run.holding).singleElement().satisfies(finding -> {
            assertThat(finding.fault()).isEqualTo(Fault.NETWORK_FLOOD);
            assertThat(finding.evidence()).isEqualTo("network 85 MB/s, usual is 120 kB/s");
            assertThat(finding.startNanos() / 1e9).isEqualTo(60, within(0.6));
        });
    }

    @ParameterizedTest
    @CsvSource({"16, 0.4, 0.41", "40, 0.69, 0.71", "100, 0.99, 1", "1000, 1, 1"})
    void severity_isThePlaceInTheTopFifthOfTheRange(double megabytes, double from, double to) {
        go(60, 0.1);
        go(5, megabytes);
        assertThat(run.holding.get(0).severity()).isBetween(from, to);
    }

    @Test
    void flood_isWhereThePulseIsInTheTopFifthOfItsRange() {
        SoundTable table = new SoundTable(Metrics.PROCESS_CPU, 3e9, 5000, CallMetrics.ofAll(), false, false);
        Subjects subjects =
                Subjects.of(Metrics.PROCESS_CPU).withNetworkRange(SoundTable.NETWORK_KNEE, table.networkMax());
        for (double megabytes : new double[] {240, 245}) {
            run = new JudgedRun(0.1, subjects);
            go(60, 1);
            go(5, megabytes);
            double hertz = table.mappingOf(Control.PULSE_HZ).apply(megabytes * 1e6);
            assertThat(run.holding).hasSize(hertz > Math.pow(10, 0.8) ? 1 : 0);
        }
        assertThat(run.holding).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 15.5", "6, 22", "10, 38", "50, 150"})
    void muchTraffic_isNone_belowTheTopFifth_orWhereItIsUsual(double usual, double megabytes) {
        go(120, usual);
        go(60, megabytes);
        assertThat(run.begun()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 5, 20})
    void nothingIsFound_inTheFirstThirtySeconds(double from) {
        go(from, 0.1);
        go(30 - from, 90);
        assertThat(run.begun()).isEmpty();
    }

    @Test
    void shortBursts_areNone() {
        go(60, 0.1);
        for (int i = 0; i < 20; i++) {
            go(1.5, 90);
            go(8.3, 0.1);
        }
        assertThat(run.begun()).isEmpty();
    }

    @Test
    void floodOfManyPieces_isOne() {
        go(60, 0.1);
        run.run(10, second -> set(Math.round(second * 10) % 2 == 0 ? 0 : 150));
        assertThat(run.holding).hasSize(1);
        assertThat(run.begun()).hasSize(1);
    }

    @Test
    void finding_holdsBelowItsTrigger_andEndsSoonAfter() {
        go(60, 0.1);
        go(5, 60);
        go(20, 12);
        assertThat(run.holding).hasSize(1);
        double calm = run.seconds();
        go(4, 5);
        assertThat(run.holding).isEmpty();
        assertThat(run.ended().get(0).endNanos() / 1e9).isBetween(calm - 0.2, calm + 1);
        go(20, 12);
        assertThat(run.begun()).hasSize(1);
    }

    @Test
    void bulkLoad_thatComesAgainAndAgain_isAHabit_andWhatGoesBeyondIsNot() {
        go(60, 0.2);
        for (int i = 0; i < 30; i++) {
            go(8, i % 3 == 0 ? 30 : 25);
            go(22, 0.2);
        }
        assertThat(run.begun()).hasSizeLessThanOrEqualTo(4);
        int before = run.begun().size();
        go(4, 80);
        assertThat(run.begun()).hasSize(before + 1);
        assertThat(run.holding.get(0).evidence()).isEqualTo("network 80 MB/s, now and then it is 30 MB/s");
    }

    @Test
    void newUsual_isAcceptedInAboutTenMinutes() {
        go(120, 1);
        go(200, 60);
        assertThat(run.holding).hasSize(1);
        go(500, 60);
        assertThat(run.holding).isEmpty();
        assertThat(run.begun()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 1, 60})
    void rowsOfAnyDistance_areJudged(double intervalSeconds) {
        run = new JudgedRun(intervalSeconds);
        go(Math.max(32, 10 * intervalSeconds), 0.1);
        assertThat(secondsToFinding(90)).isBetween(2.0, Math.max(4, 4 * intervalSeconds));
    }

    @Test
    void traffic_isThatOfBothDirections_orOfTheOneThatIsKnown() {
        go(60, 0.1);
        run.rows.set(Metrics.NETWORK_TRANSMIT, 10e6);
        run.run(5, second -> run.rows.set(Metrics.NETWORK_RECEIVE, 10e6));
        assertThat(run.begun()).hasSize(1);
        run.rows.set(Metrics.NETWORK_RECEIVE, Double.NaN);
        run.run(5, second -> run.rows.set(Metrics.NETWORK_TRANSMIT, 20e6));
        assertThat(run.holding).hasSize(1);
    }

    @Test
    void unmeasuredTraffic_saysNothing_andEndsWhatHolds() {
        go(60, 0.1);
        go(5, 90);
        run.rows.set(Metrics.NETWORK_TRANSMIT, Double.NaN);
        run.run(3, second -> run.rows.set(Metrics.NETWORK_RECEIVE, Double.NaN));
        assertThat(run.holding).isEmpty();
        assertThat(run.begun()).hasSize(1);
    }

    private void go(double seconds, double megabytes) {
        run.run(seconds, second -> set(megabytes));
    }

    private double secondsToFinding(double megabytes) {
        return run.secondsToFinding(600, second -> set(megabytes));
    }

    private void set(double megabytes) {
        run.rows.set(Metrics.NETWORK_RECEIVE, megabytes * 0.75e6).set(Metrics.NETWORK_TRANSMIT, megabytes * 0.25e6);
    }
}
