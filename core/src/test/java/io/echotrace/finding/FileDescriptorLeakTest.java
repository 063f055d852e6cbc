package io.echotrace.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.metric.Metrics;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Open files and sockets that come and go, and that do not go. */
class FileDescriptorLeakTest {
    private static final double HOUR = 3600;

    private final Random random = new Random(6);
    private final JudgedRun run = new JudgedRun(2);
    private double limit = 4096;

    @ParameterizedTest
    @ValueSource(doubles = {2, 10, 50})
    void leakThatBegins_isNamedInATenthOfTheTimeThatIsLeft(double minutes) {
        go(180, second -> scattered(100, 1));
        double perSecond = (limit - 100) / minutes / 60;
        assertThat(run.secondsToFinding(HOUR, second -> set(scattered(100 + perSecond * (second - 180), 1))))
                .isBetween(10.0, Math.max(60, minutes * 6));
        assertThat(run.holding).extracting(Finding::fault).containsExactly(Fault.FILE_DESCRIPTOR_LEAK);
        assertThat(run.holding.get(0).severity()).isBetween(0.4, 1.0);
        assertThat(run.holding.get(0).evidence()).matches("\\d+ open, \\d+ more a minute, at their limit in .*");
    }

    @Test
    void leakThatIsNowhereNearTheLimit_isNamedWhenItGoesOn() {
        limit = 1e6;
        go(180, second -> scattered(100, 1));
        assertThat(run.secondsToFinding(HOUR, second -> set(scattered(100 + (second - 180) / 6, 1))))
                .isBetween(500.0, 1260.0);
        assertThat(run.holding.get(0).evidence()).matches("\\d+ open, (9|10) more a minute");
        assertThat(run.holding.get(0).severity()).isEqualTo(0.4);
    }

    @Test
    void unknownLimit_isNotNear() {
        limit = Double.NaN;
        go(180, second -> 100);
        assertThat(run.secondsToFinding(HOUR, second -> set(100 + Math.floor((second - 180) / 6))))
                .isBetween(500.0, 1260.0);
    }

    @Test
    void leakThatIsMended_isOver() {
        go(180, second -> 100);
        go(300, second -> 100 + 2 * (second - 180));
        assertThat(run.holding).hasSize(1);
        go(300, second -> 100);
        assertThat(run.holding).isEmpty();
        assertThat(run.begun()).hasSize(1);
    }

    @Test
    void almostAll_isNamedAtOnce() {
        run.run(2, second -> set(0.92 * limit));
        assertThat(run.holding)
                .extracting(Finding::sentence)
                .containsExactly("file descriptor leak: 92 % of those allowed are open since 0.0 s");
    }

    @ParameterizedTest
    @CsvSource({"400, 1", "400, 10", "150, 24", "100, 0.5"})
    void connectionsThatComeAndGo_areNone(double height, double periodMinutes) {
        go(6 * HOUR, second -> scattered(1500 + height * Math.sin(second / 60 / periodMinutes * 2 * Math.PI), 20));
        assertThat(run.begun()).isEmpty();
    }

    @Test
    void poolThatFills_isNone() {
        go(120, second -> scattered(80, 1));
        go(2 * HOUR, second -> scattered(80 + 120 * Math.min(1, (second - 120) / 10), 1));
        assertThat(run.begun()).isEmpty();
    }

    private double scattered(double number, double deviation) {
        return Math.rint(number + deviation * random.nextGaussian());
    }

    private void go(double seconds, DoubleUnaryOperator open) {
        run.run(seconds, second -> set(open.applyAsDouble(second)));
    }

    private void set(double open) {
        run.rows.set(Metrics.FILE_DESCRIPTORS, open).set(Metrics.FILE_DESCRIPTOR_UTILIZATION, open / limit);
    }
}
