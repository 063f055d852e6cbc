package io.echotrace.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.ear.Bands;
import io.echotrace.ear.Clicks;
import io.echotrace.ear.Loudness;
import io.echotrace.ear.Onsets;
import io.echotrace.ear.Recording;
import io.echotrace.ear.TruePeak;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Cue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors are heard as sparks, in a band that nothing else uses. */
class SparksTest {
    @ParameterizedTest
    @ValueSource(ints = {16_000, 24_000, 48_000})
    void sparks_areHeardInTheirBand_atEverySampleRate(int sampleRateHz) {
        Stage stage = Stage.healthy(sampleRateHz).at(0);
        for (int i = 0; i < 10; i++) {
            sparks(stage, 4.5 + 0.3 * i, 0.1, 1, 0);
        }
        double[] heard = onsets(stage.play(8).slice(4, 8));
        assertThat(heard).hasSize(10);
        for (int i = 0; i < 10; i++) {
            assertThat(heard[i] - 0.5 - 0.3 * i).isBetween(-0.005, 0.11);
        }
    }

    @Test
    void softSparks_areHeard_farBelowTheBed() {
        Stage stage = Stage.healthy().at(0);
        for (int i = 0; i < 8; i++) {
            sparks(stage, 4.5 + 0.4 * i, 0.1, 1, -12);
        }
        assertThat(onsets(stage.play(8).slice(4, 8))).hasSize(8);
    }

    /** Energy above 4 kHz comes from faults only; the ticks of health are as loud without it. */
    @Test
    void ticks_areAsLoud_andHaveNothingAboveFourKilohertz() {
        Recording sparks = sparks(Stage.healthy().at(0), 4, 3, 60, 6).play(7);
        Stage stage = Stage.healthy().at(0);
        stage.timeline().cue(Cue.ticks(4_000_000_000L, 3_000_000_000L, 60, 6));
        Recording ticks = stage.play(7);
        assertThat(level(ticks, 4600, 8000)).isLessThan(level(sparks, 4600, 8000) - 12);
        assertThat(level(ticks, 3400, 8000)).isCloseTo(level(sparks, 3400, 8000), within(1.0));
        assertThat(onsets(ticks.slice(4, 7)).length).isGreaterThan(40);
        assertThat(Clicks.in(ticks)).isEmpty();
    }

    @Test
    void woodBlock_isNotHeardInThem_howeverSoftItsOwnStrokes() {
        Stage stage = Stage.healthy(24_000).with(Control.PULSE_HZ, 0).at(0);
        for (int i = 0; i < 30; i++) {
            sparks(stage, 4 + 0.1 * i, 0.1, 1 + i % 3, 6);
            if (i % 5 == 2) {
                stage.cue(Cue.Kind.WOOD_BLOCK, 4 + 0.1 * i, 0, -12);
            }
        }
        Recording sound = stage.play(8).slice(3.5, 7.5);
        assertThat(onsets(sound).length).isGreaterThan(30);
        assertThat(Onsets.in(sound, 2600, 2900).instants())
                .hasSize(6)
                .satisfies(heard -> assertThat(heard[5] - heard[0]).isCloseTo(2.5, within(0.005)));
    }

    @Test
    void bandBelow_isNoLouderForThem() {
        Recording without =
                Stage.healthy(24_000).with(Control.PULSE_HZ, 0).at(0).play(7);
        Stage stage = Stage.healthy(24_000).with(Control.PULSE_HZ, 0).at(0);
        Recording with = sparks(stage, 4, 3, 60, 6).play(7);
        assertThat(level(with, 2600, 2900)).isCloseTo(level(without, 2600, 2900), within(0.1));
        assertThat(level(with, 3300, 4000)).isGreaterThan(level(without, 3300, 4000) + 10);
        assertThat(level(with, 4000, 6000)).isGreaterThan(level(without, 4000, 6000) + 30);
    }

    @Test
    void sparksDoNotClick() {
        Stage stage = Stage.healthy().at(0);
        for (int i = 0; i < 40; i++) {
            sparks(stage, 4 + 0.0931 * i, 0.1, 1 + i % 7, i % 19 - 12);
        }
        assertThat(Clicks.in(stage.play(9))).isEmpty();
    }

    @Test
    void manyAtOnce_areNoLouderThanAFew() {
        Recording few = sparks(Stage.healthy().at(0), 4, 2, 60, 6).play(6.5);
        Stage stage = Stage.healthy().at(0);
        for (int i = 0; i < 8; i++) {
            sparks(stage, 4 + 0.001 * i, 2, 1_000_000, 40);
        }
        Recording many = stage.play(6.5);
        assertThat(TruePeak.dbtp(many)).isLessThan(TruePeak.dbtp(few) + 1.5);
        assertThat(Loudness.maxMomentary(many)).isLessThan(Loudness.maxMomentary(few) + 4);
    }

    @Test
    void sparks_areWhereTheErrorsWere_howeverTheirRowWasLearnedOf() {
        Recording inPlace = sparks(Stage.healthy().at(0), 5, 0.4, 4, 6).play(7);
        Stage stage = Stage.healthy().at(0);
        stage.play(5.2);
        double[] late = onsets(sparks(stage, 5, 0.4, 4, 6).play(1.8));
        double[] expected = onsets(inPlace.slice(5, 6.8));
        assertThat(late).hasSameSizeAs(expected);
        for (int i = 0; i < late.length; i++) {
            assertThat(late[i]).isCloseTo(expected[i], within(0.005)); // at once, in the same order
        }
    }

    @Test
    void errorsOfALongRow_thatEndedLately_areHeard() {
        Stage stage = Stage.healthy().at(0);
        stage.play(10);
        assertThat(onsets(sparks(stage, 4, 5, 20, 6).play(6)).length).isGreaterThan(10);
        Stage older = Stage.healthy().at(0);
        older.play(10);
        Recording nothing = Stage.healthy().at(0).play(16).slice(10, 16);
        assertThat(sparks(older, 2, 5, 20, 6).play(6).channel(0)).isEqualTo(nothing.channel(0));
    }

    private static double[] onsets(Recording sound) {
        return Onsets.in(sound, 3300, 6000).instants();
    }

    private static double level(Recording sound, double lowHz, double highHz) {
        return Bands.level(sound.slice(4, 7), lowHz, highHz);
    }

    private static Stage sparks(Stage stage, double atSeconds, double lengthSeconds, int count, double levelDb) {
        stage.timeline().cue(Cue.sparks(Math.round(atSeconds * 1e9), Math.round(lengthSeconds * 1e9), count, levelDb));
        return stage;
    }
}
