package io.echotrace.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.ear.Bands;
import io.echotrace.ear.Clicks;
import io.echotrace.ear.Loudness;
import io.echotrace.ear.Modulation;
import io.echotrace.ear.Onsets;
import io.echotrace.ear.Partial;
import io.echotrace.ear.Partials;
import io.echotrace.ear.Recording;
import io.echotrace.timeline.Cue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A deadlock is heard as two low bells that are locked together. */
class BellsTest {
    @ParameterizedTest
    @ValueSource(ints = {16_000, 24_000, 48_000})
    void bells_areStruckFourTimes(int sampleRateHz) {
        double[] heard = Onsets.in(rung(sampleRateHz, 5, 0).play(9).slice(4, 9), 380, 460)
                .instants();
        assertThat(heard).hasSize(4);
        for (int i = 0; i < 4; i++) {
            assertThat(heard[i]).isCloseTo(1 + 0.4 * i, within(0.03));
        }
    }

    @Test
    void bells_beatAgainstEachOther_whereNothingElseSounds() {
        Recording sound = rung(24_000, 5, 0).play(8);
        assertThat(Bands.level(sound.slice(4, 5), 130, 170)).isLessThan(-80);
        assertThat(Bands.level(sound.slice(5, 6), 130, 170)).isGreaterThan(-45);
        Modulation ringing = Modulation.of(sound.slice(6.25, 7.75), 130, 170);
        assertThat(ringing.strongestHz(5, 20)).isCloseTo(8.7, within(0.3));
        assertThat(ringing.total(8, 10)).isGreaterThan(0.25);
    }

    @Test
    void partials_areInharmonic() {
        assertThat(Partials.of(bells(0).slice(5.8, 6.3)).stream().map(Partial::hz))
                .anySatisfy(hz -> assertThat(hz).isCloseTo(2.76 * 147, within(1.0)))
                .anySatisfy(hz -> assertThat(hz).isCloseTo(2.76 * 155.7, within(1.0)))
                .anySatisfy(hz -> assertThat(hz).isCloseTo(5.4 * 147, within(1.0)))
                .anySatisfy(hz -> assertThat(hz).isCloseTo(5.4 * 155.7, within(1.0)));
    }

    @Test
    void bells_areHeardOnSmallSpeakers() {
        Recording bells = bells(0).slice(5, 7);
        assertThat(Bands.level(bells, 300, 4000)).isGreaterThan(Bands.level(bells, 50, 4000) - 8);
    }

    @Test
    void bells_areAsLoudAsTheirCueSays_upToSixDecibelsOverTheBed() {
        double bed = Loudness.integrated(Solo.bed(24_000, 0.3).play(6).slice(4, 6));
        double even = Loudness.maxMomentary(bells(0));
        assertThat(even - bed).isBetween(-3.0, 1.0);
        assertThat(Loudness.maxMomentary(bells(-12)) - even).isCloseTo(-12, within(0.2));
        assertThat(Loudness.maxMomentary(bells(6)) - even).isBetween(4.5, 6.1);
        assertThat(bells(40).channel(0)).isEqualTo(bells(6).channel(0));
    }

    @Test
    void bells_dieAway() {
        Recording healthy = Solo.bed(24_000, 0.3).play(14).slice(12, 14);
        Recording sound = rung(24_000, 5, 6).play(14);
        assertThat(Bands.level(bells(0).slice(8.2, 8.6), 130, 170))
                .isLessThan(Bands.level(bells(0).slice(6.2, 6.6), 130, 170) - 25);
        assertThat(sound.slice(12, 14).channel(0)).isEqualTo(healthy.channel(0));
    }

    @Test
    void bells_thatAreLearnedOfLate_areStruckInTheirRhythm() {
        Stage stage = Solo.bed(24_000, 0.3);
        stage.play(6);
        Recording late = stage.cue(Cue.Kind.BELLS, 4.5, 0, 0).play(4);
        double[] heard = Onsets.in(late, 380, 460).instants(); // the first is at the very beginning
        assertThat(heard).hasSize(3);
        assertThat(heard[0]).isCloseTo(0.4, within(0.03));
        assertThat(heard[2] - heard[0]).isCloseTo(0.8, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 48_000})
    void bells_doNotClick_howeverOftenTheyAreCued(int sampleRateHz) {
        Stage stage = Solo.bed(sampleRateHz, 0.3);
        for (int i = 0; i < 12; i++) {
            stage.cue(Cue.Kind.BELLS, 4 + 0.4321 * i + i % 3 * 0.1, 0, i % 4 * 4 - 6);
        }
        assertThat(Clicks.in(stage.play(12))).isEmpty();
    }

    private static Stage rung(int sampleRateHz, double atSeconds, double levelDb) {
        return Solo.bed(sampleRateHz, 0.3).cue(Cue.Kind.BELLS, atSeconds, 0, levelDb);
    }

    /** The bells alone, from 5 s on. */
    private static Recording bells(double levelDb) {
        return Solo.of(rung(24_000, 5, levelDb), Solo.bed(24_000, 0.3), 9);
    }
}
