package io.echotrace.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.ear.Bands;
import io.echotrace.ear.Clicks;
import io.echotrace.ear.Loudness;
import io.echotrace.ear.Onsets;
import io.echotrace.ear.Recording;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Cue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the network loses is a breath with each beat, high above all else, and the beat stays. */
class LossTest {
    @ParameterizedTest
    @CsvSource({
        "16000, 3, 0.6",
        "22050, 3, 0.6",
        "24000, 3, 0.6",
        "44100, 3, 0.6",
        "48000, 3, 0.15",
        "48000, 1, 0.6",
        "48000, 10, 1"
    })
    void eachBeat_comesWithABreath(int sampleRateHz, double pulseHz, double loss) {
        Recording sound = pulse(sampleRateHz, pulseHz, loss).steady(6);
        double[] beats =
                Onsets.in(pulse(sampleRateHz, pulseHz, 0).steady(6), 900, 3200).instants();
        double[] breaths = breaths(sound).instants();
        assertThat(beats).hasSize((int) (6 * pulseHz));
        assertThat(breaths).hasSameSizeAs(beats);
        for (int i = 0; i < beats.length; i++) {
            assertThat(breaths[i]).isCloseTo(beats[i], within(0.003));
        }
        assertThat(Onsets.in(sound, 900, 3200).instants()).hasSameSizeAs(beats);
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 48_000})
    void loss_breathesOnceASecond_whereThereIsNoBeat(int sampleRateHz) {
        Onsets breaths = breaths(pulse(sampleRateHz, 0, 0.6).steady(6));
        assertThat(breaths.instants()).hasSize(6);
        assertThat(breaths.rate()).isCloseTo(1, within(0.01));
        assertThat(breaths(pulse(sampleRateHz, 0, 0).steady(6)).instants()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 1})
    void breaths_comeFromThePlaceOfThePulse(double pan) {
        Recording sound = pulse(48_000, 3, 0.6).with(Control.PULSE_PAN, pan).steady(3);
        assertThat(breaths(sound.only(0)).instants().length > 0).isEqualTo(pan < 0);
        assertThat(breaths(sound.only(1)).instants().length > 0).isEqualTo(pan > 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 48_000})
    void breath_isHeardBelowFourKilohertzToo_butNotInTheBandsOfOthers(int sampleRateHz) {
        Recording breaths = alone(sampleRateHz, 3, 1);
        double high = Bands.level(breaths, 7000, 9500);
        assertThat(Bands.level(breaths, 1300, 1900)).isBetween(high - 12, high - 3);
        assertThat(Bands.level(breaths, 2600, 2900)).isLessThan(high - 45);
        assertThat(Bands.level(breaths, 3300, 6000)).isLessThan(high - 22);
    }

    @Test
    void softWoodBlock_isNotHeardInBreaths() {
        Stage stage = pulse(48_000, 0, 1).at(0);
        for (int i = 0; i < 6; i++) {
            stage.cue(Cue.Kind.WOOD_BLOCK, 4.7 + 0.5 * i, 0, -12);
        }
        Recording sound = stage.play(9).slice(4, 8);
        assertThat(breaths(sound).instants()).hasSize(4);
        assertThat(Onsets.in(sound, 2600, 2900).instants()).hasSize(6);
    }

    @Test
    void sparks_areNotHeardInBreaths() {
        Stage stage = pulse(48_000, 0, 1).at(0);
        for (int i = 0; i < 6; i++) {
            stage.timeline().cue(Cue.sparks(Math.round((4.6 + 0.5 * i) * 1e9), 1_000_000L, 1, 0));
        }
        Recording sound = stage.play(9).slice(4, 8);
        assertThat(Onsets.in(sound, 3300, 6000).instants()).hasSize(6);
    }

    @Test
    void breaths_areHardlyHeardInTheLoudness() {
        double health = Loudness.integrated(pulse(48_000, 10, 0).steady(4));
        assertThat(Loudness.integrated(pulse(48_000, 10, 1).steady(4)) - health).isBetween(0.0, 1.5);
        assertThat(Loudness.maxMomentary(alone(48_000, 1, 1))).isLessThan(health - 6);
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 22_050, 48_000})
    void breaths_comeAndGo_withoutAClick(int sampleRateHz) {
        Stage stage = pulse(sampleRateHz, 7, 1).at(0);
        for (int i = 0; i < 20; i++) {
            stage.with(Control.PULSE_LOSS, i % 3 / 2.0).with(Control.PULSE_HZ, 10 - i % 4);
            stage.at(12 + 0.31 * i);
        }
        stage.with(Control.PULSE_LOSS, 0).with(Control.PULSE_HZ, 0).at(19);
        Recording sound = stage.play(24);
        assertThat(Clicks.in(sound)).isEmpty();
        assertThat(breaths(sound.slice(21, 24)).instants()).isEmpty();
    }

    private static Stage pulse(int sampleRateHz, double hz, double loss) {
        return Stage.healthy(sampleRateHz).with(Control.PULSE_HZ, hz).with(Control.PULSE_LOSS, loss);
    }

    private static Recording alone(int sampleRateHz, double hz, double loss) {
        return Difference.of(
                pulse(sampleRateHz, hz, loss).steady(6),
                pulse(sampleRateHz, hz, 0).steady(6));
    }

    private static Onsets breaths(Recording sound) {
        return Onsets.in(sound, 7000, Math.min(9500, 0.49 * sound.sampleRate()));
    }
}
