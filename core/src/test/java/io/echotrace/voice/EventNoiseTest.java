package io.echotrace.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.ear.Bands;
import io.echotrace.ear.Clicks;
import io.echotrace.ear.Loudness;
import io.echotrace.ear.Recording;
import io.echotrace.timeline.Control;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is too dense to be told apart is noise in the band of the single sounds, and in no other. */
class EventNoiseTest {
    @ParameterizedTest
    @CsvSource({
        "RATTLE, 2600, 2900, 16000",
        "RATTLE, 2600, 2900, 48000",
        "CRACKLE, 3500, 3900, 24000",
        "CRACKLE_HIGH, 4700, 5300, 16000"
    })
    void noise_isInItsBand_andNextToNothingOutside(Control control, double lowHz, double highHz, int sampleRateHz) {
        Recording alone = alone(sampleRateHz, control, 1);
        double inside = Bands.level(alone, lowHz, highHz);
        assertThat(inside).isGreaterThan(Bands.level(alone, 100, 7900) - 2.5);
        assertThat(Bands.level(alone, 100, lowHz * 0.8)).isLessThan(inside - 20);
        assertThat(Bands.level(alone, highHz * 1.2, 7900)).isLessThan(inside - 20);
    }

    @ParameterizedTest
    @CsvSource({"RATTLE", "CRACKLE", "CRACKLE_HIGH"})
    void amplitudeOfOne_isAsLoudAsTheBed(Control control) {
        Recording bed = Solo.bed(48_000, 0.3).steady(6);
        Recording alone = alone(48_000, control, 1);
        assertThat(Loudness.integrated(alone)).isCloseTo(Loudness.integrated(bed), within(1.5));
        assertThat(Loudness.integrated(alone(48_000, control, 0.25)))
                .isCloseTo(Loudness.integrated(alone) - 12, within(0.5));
    }

    @Test
    void noise_doesNotClick_howeverItsLevelJumps() {
        Stage stage = Stage.healthy().at(0);
        for (int i = 0; i < 60; i++) {
            stage.with(Control.RATTLE, i % 3 / 2.0)
                    .with(Control.CRACKLE, i % 4 / 3.0)
                    .with(Control.CRACKLE_HIGH, i % 5 / 4.0)
                    .at(4 + 0.1 * i);
        }
        assertThat(Clicks.in(stage.play(11))).isEmpty();
    }

    private static Recording alone(int sampleRateHz, Control control, double amplitude) {
        Stage with = Solo.bed(sampleRateHz, 0.3).with(control, amplitude).at(0.1);
        return Solo.of(with, Solo.bed(sampleRateHz, 0.3), 10).slice(4, 10);
    }
}
