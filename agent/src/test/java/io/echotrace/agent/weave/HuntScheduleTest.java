package io.echotrace.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HuntScheduleTest {
    private final HuntSchedule schedule = new HuntSchedule(0);

    @Test
    void huntsInVain_becomeEverRarer() {
        long now = 0;
        for (long pause : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            assertThat(schedule.isDue(now + seconds(pause) - 1, true)).isFalse();
            now += seconds(pause);
            assertThat(schedule.isDue(now, true)).isTrue();
            schedule.hunted(now, false);
        }
        schedule.hunted(now, true);
        assertThat(schedule.isDue(now + seconds(1), true)).isTrue();
    }

    @Test
    void callsThatDoNotCount_areLookedForNowAndThen() {
        assertThat(schedule.isDue(seconds(30) - 1, false)).isFalse();
        assertThat(schedule.isDue(seconds(30), false)).isTrue();
    }

    private static long seconds(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }
}
