package io.echotrace.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.ear.Clicks;
import io.echotrace.ear.Loudness;
import io.echotrace.ear.Modulation;
import io.echotrace.ear.Onsets;
import io.echotrace.ear.Partials;
import io.echotrace.ear.Recording;
import io.echotrace.ear.TruePeak;
import io.echotrace.timeline.Control;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Saturated CPU and disk, a flooded network that loses: all at once are heard, and stay within the limits. */
class FaultsAtOnceTest {
    @ParameterizedTest
    @ValueSource(ints = {16_000, 48_000})
    void allOfThem_atTheirWorst_stayWithinTheLimits(int sampleRateHz) {
        Stage stage = all(Stage.healthy(sampleRateHz), 1).with(Control.BODY_DB, 0);
        stage.with(Control.NOISE, 1).with(Control.BRIGHTNESS, 1).with(Control.FLOOR_BRIGHTNESS, 1);
        Recording sound = stage.with(Control.GROUND_TENSION, 1)
                .with(Control.PULSE_TENSION, 1)
                .steady(5);
        assertThat(TruePeak.dbtp(sound)).isLessThanOrEqualTo(-3);
        assertThat(Loudness.maxMomentary(sound)).isLessThanOrEqualTo(-16);
        assertThat(Clicks.in(sound)).isEmpty();
    }

    @Test
    void allOfThem_atTheirWeakest_areHeardApart() {
        Recording sound = all(Stage.healthy(), 0.6).steady(6);
        assertThat(Partials.of(sound)).anyMatch(partial -> Math.abs(partial.hz() - 4.98 * 800) < 2);
        assertThat(Modulation.of(sound, 60, 190).strongestHz(5, 60)).isBetween(26.5, 27.5);
        assertThat(Modulation.of(sound, 1000, 3000).strongestHz(5, 14)).isBetween(9.0, 9.4);
        assertThat(Onsets.in(sound, 7000, 9500).rate()).isBetween(9.0, 9.4);
    }

    private static Stage all(Stage stage, double amplitude) {
        return stage.with(Control.GROUND_PITCH, 1)
                .with(Control.GROUND_STRAIN, amplitude)
                .with(Control.FLOOR_LEVEL, 1)
                .with(Control.FLOOR_GRIND, amplitude)
                .with(Control.PULSE_FLOOD, amplitude)
                .with(Control.PULSE_LOSS, amplitude);
    }
}
