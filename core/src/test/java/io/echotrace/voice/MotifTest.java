package io.echotrace.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.ear.Bands;
import io.echotrace.ear.Clicks;
import io.echotrace.ear.Holes;
import io.echotrace.ear.Loudness;
import io.echotrace.ear.Onsets;
import io.echotrace.ear.Recording;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Cue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A few soft tones say that all is well again, or that it still is. */
class MotifTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 1})
    void secondTone_isHigher_andBothBelongToTheChord(double pitch) {
        Recording tones = tones(48_000, pitch, -6);
        double groundHz = 200 * Math.pow(4, pitch);
        assertThat(Solo.hz(tones.slice(5.03, 5.18)) / groundHz).isCloseTo(2.5, within(0.01));
        assertThat(Solo.hz(tones.slice(5.25, 5.4)) / groundHz).isCloseTo(4, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 48_000})
    void tones_areShort_softAndWithoutClick(int sampleRateHz) {
        Recording tones = tones(sampleRateHz, 0.3, 0);
        List<Holes.Hole> pauses = Holes.in(tones, 0.5);
        assertThat(pauses.get(0).end()).isCloseTo(5, within(0.02));
        assertThat(pauses.get(1).start()).isBetween(5.35, 5.45);
        assertThat(peak(tones.slice(5, 5.01))).isLessThan(0.2f * peak(tones));
        assertThat(peak(tones.slice(5.06, 5.16))).isGreaterThan(0.8f * peak(tones));
        Stage stage = Solo.bed(sampleRateHz, 0.3);
        for (int i = 0; i < 20; i++) {
            stage.cue(Cue.Kind.RECOVERY, 4 + 0.1234 * i, 0, 0);
        }
        assertThat(Clicks.in(stage.play(8))).isEmpty();
    }

    @Test
    void tones_areAsLoudAsTheirCueSays_upToTheBed() {
        double bed = Loudness.integrated(Solo.bed(24_000, 0.3).play(6).slice(4, 6));
        double cued = Loudness.maxMomentary(tones(24_000, 0.3, -6));
        assertThat(cued - bed).isBetween(-9.0, -6.0);
        assertThat(Loudness.maxMomentary(tones(24_000, 0.3, 0)) - cued).isCloseTo(6, within(0.2));
        assertThat(tones(24_000, 0.3, 40).channel(0))
                .isEqualTo(tones(24_000, 0.3, 3).channel(0));
    }

    @Test
    void hiddenBed_isFarBelow_andThreeFallingTonesSayThatAllIsWell() {
        Stage stage = Stage.healthy()
                .with(Control.PULSE_HZ, 0)
                .with(Control.HIDING_DB, -14)
                .at(0);
        stage.cue(Cue.Kind.ALL_WELL, 8, 0, 3);
        Recording sound = stage.play(10);
        double open =
                Loudness.integrated(Stage.healthy().with(Control.PULSE_HZ, 0).steady(3));
        assertThat(Loudness.integrated(sound.slice(5, 7.9))).isCloseTo(open - 14, within(0.1));
        double groundHz = 200 * Math.pow(4, 0.3);
        double[] multiples = {4, 3, 2.5};
        for (int i = 0; i < multiples.length; i++) {
            double hz = multiples[i] * groundHz;
            double from = 8.05 + 0.2 * i;
            double before = Bands.level(sound.slice(7, 7.9), 0.97 * hz, 1.03 * hz);
            assertThat(Bands.level(sound.slice(from, from + 0.12), 0.97 * hz, 1.03 * hz))
                    .isGreaterThan(before + 6);
        }
        assertThat(Loudness.maxMomentary(sound.slice(7.5, 9))).isLessThan(open);
        assertThat(Clicks.in(sound)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 1})
    void beat_isNotMistakenInThem(double pitch) {
        Stage bed = Solo.bed(24_000, pitch).with(Control.PULSE_HZ, 3).at(0);
        Stage recovered =
                Solo.bed(24_000, pitch).with(Control.PULSE_HZ, 3).at(0).cue(Cue.Kind.RECOVERY, 5, 0, -6);
        Onsets beats = Onsets.in(bed.play(8).slice(4, 8), 900, 3200);
        Onsets heard = Onsets.in(recovered.play(8).slice(4, 8), 900, 3200);
        assertThat(heard.instants()).hasSameSizeAs(beats.instants());
        assertThat(heard.variation()).isLessThan(0.02);
    }

    private static Recording tones(int sampleRateHz, double pitch, double levelDb) {
        Stage stage = Solo.bed(sampleRateHz, pitch).cue(Cue.Kind.RECOVERY, 5, 0, levelDb);
        return Solo.of(stage, Solo.bed(sampleRateHz, pitch), 7);
    }

    private static float peak(Recording sound) {
        float peak = 0;
        for (float sample : sound.channel(0)) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }
}
