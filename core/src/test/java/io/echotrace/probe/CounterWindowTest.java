package io.echotrace.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CounterWindowTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void firstReading_isNotReady() {
        CounterWindow window = new CounterWindow(SECOND, 1);
        window.add(0, 5);
        assertThat(window.isReady()).isFalse();
    }

    @Test
    void zeroWindow_spansTheLastTwoReadings() {
        CounterWindow window = new CounterWindow(0, 1);
        window.add(0, 0);
        window.add(SECOND, 100);
        window.add(2 * SECOND, 130);
        assertThat(window.perSecond(0)).isEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 50, 100, 250, 400})
    void rateOfASteadyCounter_isExact_atAnyInterval(long intervalMillis) {
        CounterWindow window = new CounterWindow(2 * SECOND, 1);
        for (long millis = 0; millis < 10_000; millis += intervalMillis) {
            window.add(millis * 1_000_000, millis * 7);
        }
        assertThat(window.perSecond(0)).isCloseTo(7000, within(1e-9));
        assertThat(window.seconds()).isBetween(2.0, 2.5);
    }

    @Test
    void burst_isForgotten_afterTheWindow() {
        CounterWindow window = new CounterWindow(2 * SECOND, 1);
        for (long tenth = 0; tenth < 100; tenth++) {
            window.add(tenth * SECOND / 10, tenth < 50 ? 0 : 10);
        }
        assertThat(window.growth(0)).isZero();
    }

    @Test
    void counterThatFalls_hasNotGrown() {
        CounterWindow window = new CounterWindow(0, 1);
        window.add(0, 50);
        window.add(SECOND, 20);
        assertThat(window.growth(0)).isZero();
    }
}
