package io.echotrace.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.ear.Clicks;
import io.echotrace.ear.Holes;
import io.echotrace.ear.Loudness;
import io.echotrace.ear.Onsets;
import io.echotrace.ear.Recording;
import io.echotrace.ear.TruePeak;
import io.echotrace.synth.Block;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Cue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stops and collections stand where they happened, or sound at once when they are learned of too late. */
class StopTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.2003, 0.5, 1.7117})
    void hole_hasItsExactPlaceAndLength(double length) {
        Recording sound = Stage.healthy(24_000)
                .at(0)
                .cue(Cue.Kind.HOLE, 5.00317, length, 0)
                .play(8);
        List<Holes.Hole> holes = Holes.in(sound.slice(3, 8), 0.05);
        assertThat(holes).hasSize(1);
        assertThat(holes.get(0).start()).isCloseTo(2.00317, within(0.001));
        assertThat(holes.get(0).length()).isCloseTo(length, within(0.001));
        int from = (int) (5.00317 * 24_000);
        for (int i = from; i < from + (int) (length * 24_000); i++) {
            assertThat(sound.channel(0)[i]).isZero();
        }
        assertThat(Clicks.in(sound)).isEmpty();
    }

    @Test
    void hole_isInPlace_whenItIsLearnedOfAfterLaterTargets() {
        Stage stage = Stage.healthy().at(0);
        stage.with(Control.GROUND_PITCH, 0.8)
                .at(6)
                .with(Control.GROUND_PITCH, 0.2)
                .at(7);
        stage.cue(Cue.Kind.HOLE, 4.5, 0.3, 0);
        List<Holes.Hole> holes = Holes.in(stage.play(8).slice(2, 8), 0.05);
        assertThat(holes).hasSize(1);
        assertThat(holes.get(0).start()).isCloseTo(2.5, within(0.001));
    }

    @Test
    void thud_growsWithTheStop() {
        double previous = Double.NEGATIVE_INFINITY;
        for (double stop : new double[] {0.2, 0.6, 2}) {
            Recording sound = onlyThud(stop, 6).slice(4.9, 6.5);
            double loudness = Loudness.maxMomentary(sound);
            assertThat(loudness).isGreaterThan(previous + 0.5);
            previous = loudness;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-12, -6, 0, 6})
    void woodBlock_strikesWhereItWasCued(double levelDb) {
        Stage stage = Stage.healthy().with(Control.PULSE_HZ, 0).at(0);
        double[] instants = {4.5, 4.9, 5.31, 5.62, 6.2};
        for (double instant : instants) {
            stage.cue(Cue.Kind.WOOD_BLOCK, instant, 0.1, levelDb);
        }
        double[] heard = Onsets.in(stage.play(7).slice(4, 7), 2600, 2900).instants();
        assertThat(heard).hasSize(instants.length);
        for (int i = 0; i < instants.length; i++) {
            assertThat(heard[i] + 4).isCloseTo(instants[i], within(0.01));
        }
    }

    @Test
    void woodBlocks_thatOverlap_areTogetherNoLouderThanTheLoudest() {
        Stage one = Stage.healthy().at(0).cue(Cue.Kind.WOOD_BLOCK, 5, 0.1, 6);
        Stage many = Stage.healthy().at(0);
        for (int i = 0; i < 10; i++) {
            many.cue(Cue.Kind.WOOD_BLOCK, 5, 0.1, 6);
        }
        assertThat(many.play(6).channel(0)).containsExactly(one.play(6).channel(0), within(1e-5f));
    }

    @Test
    void levels_areRelativeToTheBed() {
        double quiet = strokePeakDb(-14);
        double loud = strokePeakDb(0);
        assertThat(loud - quiet).isCloseTo(14, within(0.3));
    }

    @Test
    void lateHole_isDropped_andLateStrokes_soundAtOnce() {
        Stage stage = Stage.healthy().with(Control.PULSE_HZ, 0).at(0);
        stage.play(5);
        stage.cue(Cue.Kind.HOLE, 4.5, 0.4, 0).cue(Cue.Kind.WOOD_BLOCK, 3.1, 0.4, 6);
        Recording sound = stage.play(1);
        assertThat(Holes.in(sound, 0.002)).isEmpty();
        assertThat(Onsets.in(prefixed(sound), 2600, 2900).instants()).hasSize(1);
    }

    @Test
    void strokes_thatAreOlderThanTwoSeconds_areNotHeard() {
        Stage with = Stage.healthy().at(0);
        Stage without = Stage.healthy().at(0);
        with.play(6);
        without.play(6);
        with.cue(Cue.Kind.THUD, 3.9, 0.4, 6);
        assertThat(with.play(1).channel(0)).isEqualTo(without.play(1).channel(0));
    }

    @Test
    void afterLostTime_theSoundGoesOn_andTheThudIsStillHeard() {
        Stage stage = Stage.healthy().at(0);
        stage.play(5);
        stage.renderer().skipTo(6 * 48_000 / Block.FRAMES * Block.FRAMES);
        stage.cue(Cue.Kind.HOLE, 5, 0.95, 0).cue(Cue.Kind.THUD, 5.95, 0.95, 6);
        Recording sound = stage.play(2);
        assertThat(Holes.in(sound, 0.002)).isEmpty();
        assertThat(TruePeak.dbtp(sound.slice(0, 0.3))).isGreaterThan(TruePeak.dbtp(sound.slice(1.5, 2)) + 3);
    }

    private static Recording onlyThud(double stop, double levelDb) {
        return Stage.healthy().at(0).cue(Cue.Kind.THUD, 5, stop, levelDb).play(7);
    }

    private static double strokePeakDb(double bodyDb) {
        Recording with = Stage.healthy()
                .with(Control.BODY_DB, bodyDb)
                .at(0)
                .cue(Cue.Kind.WOOD_BLOCK, 5, 0.1, 6)
                .play(6);
        Recording without = Stage.healthy().with(Control.BODY_DB, bodyDb).at(0).play(6);
        double peak = 0;
        for (int i = 0; i < with.frames(); i++) {
            peak = Math.max(peak, Math.abs(with.channel(0)[i] - without.channel(0)[i]));
        }
        return 20 * Math.log10(peak);
    }

    /** Half a second of silence first: the ear needs to settle. */
    private static Recording prefixed(Recording sound) {
        float[] samples = new float[sound.frames() + sound.sampleRate() / 2];
        System.arraycopy(sound.channel(0), 0, samples, sound.sampleRate() / 2, sound.frames());
        return Recording.of(sound.sampleRate(), samples);
    }
}
