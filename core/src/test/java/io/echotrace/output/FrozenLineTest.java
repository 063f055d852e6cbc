package io.echotrace.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrozenLineTest {
    private static final long MILLI = 1_000_000L;

    private final FrozenLine line = new FrozenLine();
    private long now;

    @Test
    void deviceThatPlaysInSteps_isAlive() {
        for (int i = 0; i < 1000; i++) {
            assertThat(after(8, i / 25 * 9600L)).isFalse(); // a step every 200 ms
        }
    }

    @Test
    void deviceThatStandsStill_isFrozenAfter300Millis() {
        after(8, 960);
        int looks = 0;
        while (!after(8, 960)) {
            looks++;
        }
        assertThat(looks * 8).isBetween(280, 320);
    }

    @Test
    void pauseOfTheJvm_isNotTheDevicesFault() {
        after(8, 960);

        assertThat(after(60_000, 960)).isFalse();
        assertThat(after(8, 960)).isFalse();
        assertThat(after(8, 1920)).isFalse();
    }

    private boolean after(long millis, long playedFrames) {
        now += millis * MILLI;
        return line.isFrozen(playedFrames, now);
    }
}
