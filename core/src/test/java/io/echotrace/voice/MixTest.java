package io.echotrace.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.ear.Bands;
import io.echotrace.ear.Clicks;
import io.echotrace.ear.Dissonance;
import io.echotrace.ear.Loudness;
import io.echotrace.ear.Onsets;
import io.echotrace.ear.Pitch;
import io.echotrace.ear.Recording;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Cue;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Volume, mute, single streams and the register, heard. */
class MixTest {
    @Test
    void halfTheVolume_isTwelveDecibelsLess() {
        double full = Loudness.integrated(steady(Mix.ALL));
        assertThat(Loudness.integrated(steady(Mix.ALL.withVolume(50)))).isCloseTo(full - 12.04, within(0.05));
    }

    @Test
    void zero_meansZero() {
        for (Mix silent : new Mix[] {Mix.ALL.withVolume(0), Mix.ALL.withMute(true), Mix.ALL.withOnly(Set.of())}) {
            assertThat(steady(silent).mono().channel(0)).containsOnly(0f);
        }
    }

    @Test
    void mute_isSilentAtOnce_andTheOldVolumeComesBack_withoutAClick() {
        MixDesk desk = new MixDesk(Mix.ALL.withVolume(70));
        Stage stage = Stage.healthy(desk).at(0);
        Recording before = stage.play(6).slice(4, 6);
        desk.set(desk.mix().withMute(true));
        Recording muted = stage.play(2);
        assertThat(muted.slice(0.1, 2).mono().channel(0)).containsOnly(0f);
        desk.set(desk.mix().withMute(false));
        Recording after = stage.play(3);
        assertThat(Loudness.integrated(after.slice(1, 3))).isCloseTo(Loudness.integrated(before), within(0.1));
        assertThat(Clicks.in(muted)).isEmpty();
        assertThat(Clicks.in(after)).isEmpty();
    }

    @Test
    void eventsAlone_areHeardInSilence() {
        Stage stage = Stage.healthy(new MixDesk(Mix.ALL.withOnly(Stream.parse("events"))))
                .at(0);
        stage.cue(Cue.Kind.WOOD_BLOCK, 5, 0, 0);
        Recording sound = stage.play(6);
        assertThat(sound.slice(4, 4.9).mono().channel(0)).containsOnly(0f);
        assertThat(Onsets.in(sound.slice(4, 6), 2600, 2900).instants()).hasSize(1);
    }

    @Test
    void pulseAlone_hasNoGround_groundAlone_hasNoPulse() {
        assertThat(Onsets.in(steady(Mix.ALL.withOnly(Stream.parse("pulse"))), 900, 3200)
                        .rate())
                .isCloseTo(3, within(0.05));
        Recording ground = steady(Mix.ALL.withOnly(EnumSet.of(Stream.GROUND)));
        assertThat(Onsets.in(ground, 900, 3200).instants()).isEmpty();
        assertThat(Bands.level(ground, 250, 400)).isGreaterThan(-50);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.7, 1})
    void lowRegister_isTheChordAnOctaveDown_asLoudAndAsCoherent(double pitch) {
        Recording usual = steady(Mix.ALL, pitch);
        Recording low = steady(Mix.ALL.withLowRegister(true), pitch);
        double hz = 200 * Math.pow(4, pitch);
        assertThat(Pitch.f0(low, hz / 2 / 1.2, hz / 2 * 1.2)).isCloseTo(hz / 2, within(0.5));
        assertThat(Loudness.integrated(low)).isCloseTo(Loudness.integrated(usual), within(1.0));
        assertThat(Dissonance.of(low))
                .isLessThan(pitch == 0 ? 0.35 : 0.25); // the same chord is rougher the lower it is
        assertThat(Onsets.in(low, 900, 3200).rate()).isCloseTo(3, within(0.05));
    }

    @Test
    void lowRegister_goesWrongAsWell() {
        Stage healthy = Stage.healthy(new MixDesk(Mix.ALL.withLowRegister(true)));
        Stage wrong = Stage.healthy(new MixDesk(Mix.ALL.withLowRegister(true)))
                .with(Control.FIFTH_TENSION, 0.5)
                .with(Control.GROUND_TENSION, 0.5);
        assertThat(Dissonance.of(wrong.steady(4))).isGreaterThan(2.5 * Dissonance.of(healthy.steady(4)));
    }

    @Test
    void names_areRead_andWhatIsNoneIsNamed() {
        assertThat(Stream.parse("bed")).containsExactly(Stream.GROUND, Stream.PULSE, Stream.FLOOR, Stream.SWARM);
        assertThat(Stream.text(Stream.parse("Events:ground"))).isEqualTo("ground:events");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stream.parse("ground:bass"))
                .withMessageContaining("'bass'")
                .withMessageContaining("ground, pulse, floor, swarm, events, bed and all");
        assertThatIllegalArgumentException().isThrownBy(() -> Mix.ALL.withVolume(101));
        assertThatIllegalArgumentException().isThrownBy(() -> Mix.ALL.withVolume(Double.NaN));
    }

    private static Recording steady(Mix mix) {
        return steady(mix, 0.3);
    }

    private static Recording steady(Mix mix, double pitch) {
        return Stage.healthy(new MixDesk(mix)).with(Control.GROUND_PITCH, pitch).steady(4);
    }
}
