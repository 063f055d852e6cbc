package io.echotrace.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.ear.Clicks;
import io.echotrace.ear.Loudness;
import io.echotrace.ear.Pitch;
import io.echotrace.ear.Recording;
import io.echotrace.ear.TruePeak;
import io.echotrace.synth.Block;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Cue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes the sound bearable for hours: quiet health, no clicks, limits, and nothing that rots. */
class BearableTest {
    @ParameterizedTest
    @ValueSource(ints = {16_000, 22_050, 24_000, 44_100, 48_000})
    void health_isQuiet_atEverySampleRate(int sampleRateHz) {
        Recording sound = Stage.healthy(sampleRateHz).steady(6);
        assertThat(Loudness.integrated(sound)).isCloseTo(-30, within(1.0));
        assertThat(TruePeak.dbtp(sound)).isLessThan(-18);
        assertThat(Pitch.cents(200 * Math.pow(4, 0.3), Pitch.f0(sound))).isCloseTo(0, within(2.0));
    }

    @Test
    void controls_thatJump_doNotClick() {
        Stage stage = Stage.healthy();
        for (int i = 0; i < 24; i++) {
            boolean even = i % 2 == 0;
            stage.with(Control.GROUND_PITCH, even ? 1 : 0)
                    .with(Control.BODY_DB, even ? 0 : -14)
                    .with(Control.BRIGHTNESS, even ? 1 : 0)
                    .with(Control.PULSE_PAN, even ? 1 : -1)
                    .with(Control.PULSE_HZ, even ? 10 : 1)
                    .with(Control.GROUND_TENSION, i % 3 == 0 ? 0.55 : 0)
                    .with(Control.FIFTH_TENSION, i % 3 == 1 ? 0.4 : 0)
                    .with(Control.PULSE_TENSION, i % 4 == 0 ? 0.6 : 0)
                    .with(Control.BODY_TENSION, i % 5 == 0 ? 0.7 : 0)
                    .at(4 + 0.1 * i * (1 + i % 4));
        }
        assertThat(Clicks.in(stage.play(16))).isEmpty();
    }

    @Test
    void events_doNotClick() {
        Stage stage = Stage.healthy().at(0);
        for (int i = 0; i < 60; i++) {
            stage.cue(Cue.Kind.WOOD_BLOCK, 4 + 0.0371 * i, 0.05, i % 19 - 12);
        }
        stage.cue(Cue.Kind.HOLE, 7.1234, 0.6, 0).cue(Cue.Kind.THUD, 7.7234, 0.6, 6);
        stage.cue(Cue.Kind.THUD, 7.9, 2, 6);
        stage.stop(8.3, 0.0605, 0.06).stop(8.7, 0.101, 0.1).stop(9.1, 0.6, 0.5);
        assertThat(Clicks.in(stage.play(10))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 48_000})
    void everythingAtOnce_staysBelowThePeakAndLoudnessLimits(int sampleRateHz) {
        Recording sound = everythingAtOnce(Stage.healthy(sampleRateHz)).play(12);
        assertThat(TruePeak.dbtp(sound)).isLessThanOrEqualTo(-3);
        assertThat(Loudness.maxMomentary(sound)).isLessThanOrEqualTo(-16);
    }

    @Test
    void sound_beginsFromSilence_andIsThereAfterThreeSeconds() {
        Recording sound = Stage.healthy().at(0).play(6);
        assertThat(TruePeak.dbtp(sound.slice(0, 0.3))).isLessThan(-70);
        assertThat(Loudness.integrated(sound.slice(3, 4)))
                .isCloseTo(Loudness.integrated(sound.slice(5, 6)), within(0.2));
    }

    @Test
    void firstTargets_areTakenOverWithoutGlide_whileNothingIsHeard() {
        Recording sound = Stage.healthy().with(Control.GROUND_PITCH, 1).at(0.4).play(1.2);
        assertThat(Pitch.cents(800, Pitch.f0(sound.slice(0.6, 1.2)))).isCloseTo(0, within(2.0));
    }

    @Test
    void laterTargets_glide() {
        Recording sound = Stage.healthy()
                .with(Control.GROUND_PITCH, 0)
                .at(0)
                .with(Control.GROUND_PITCH, 1)
                .at(4)
                .play(8);
        assertThat(Pitch.f0(sound.slice(4.1, 4.35))).isBetween(250.0, 700.0);
        assertThat(Pitch.cents(800, Pitch.f0(sound.slice(7, 8)))).isCloseTo(0, within(2.0));
    }

    @Test
    void constantScene_soundsTheSame_afterEightHours() {
        Stage stage = Stage.healthy(16_000).with(Control.GROUND_TENSION, 0.4);
        Recording early = stage.steady(20);
        for (int hour = 0; hour < 8; hour++) { // phases are as they would be: they only ever move on by a block
            stage.renderer().skipTo(stage.renderer().position() + 57_600_000L / Block.FRAMES * Block.FRAMES);
            stage.play(30);
        }
        Recording late = stage.play(20);
        assertThat(Loudness.integrated(late)).isCloseTo(Loudness.integrated(early), within(0.1));
        assertThat(Pitch.f0(late)).isCloseTo(Pitch.f0(early), within(0.01));
    }

    private static Stage everythingAtOnce(Stage stage) {
        stage.at(0);
        for (Control tension :
                new Control[] {Control.GROUND_TENSION, Control.FIFTH_TENSION, Control.PULSE_TENSION, Control.NOISE}) {
            stage.with(tension, 1);
        }
        stage.with(Control.BODY_DB, 0).with(Control.PULSE_HZ, 10).with(Control.GROUND_PITCH, 0.9);
        stage.with(Control.BRIGHTNESS, 1).at(4);
        for (int i = 0; i < 120; i++) {
            stage.cue(Cue.Kind.WOOD_BLOCK, 5 + 0.02 * i, 0.1, 6);
        }
        stage.timeline().cue(Cue.sparks(5_000_000_000L, 5_000_000_000L, 150, 6));
        return stage.cue(Cue.Kind.THUD, 7, 2, 6).cue(Cue.Kind.THUD, 7.3, 0.3, 6);
    }
}
