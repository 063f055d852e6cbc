package io.echotrace.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Health is steady; {@link SoundReport} listens for an hour. */
class SteadyHealthTest {
    @Test
    void healthOfTwoMinutes_hardlyChanges_andItsTicksAreSofterThanTheBed() {
        Endurance.Steadiness heard = Endurance.health(2);
        assertThat(heard.changesAMinute()).isLessThanOrEqualTo(2);
        assertThat(heard.loudestEventDb()).isBetween(-30.0, -6.0);
    }
}
