package io.echotrace.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.ear.Clicks;
import io.echotrace.ear.Holes;
import io.echotrace.ear.Pitch;
import io.echotrace.ear.Recording;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Cue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads that take long to stop: the bed slows down like a tape, then the hole. */
class BendTest {
    private static final int RATE = 24_000;

    @Test
    void pitch_fallsEvenlyOverTheTimeToSafepoint_byAnOctaveAndAHalf_thenTheHole() {
        Recording sound = bed().at(0).stop(5, 5, 4).play(12);
        double before = Pitch.f0(sound.slice(4, 5));
        double previous = Double.POSITIVE_INFINITY;
        for (Pitch.Frame frame : Pitch.track(sound.slice(5, 9), before / 3.2, before * 1.02, 0.2)) {
            assertThat(frame.f0()).isLessThan(previous);
            double slowed = 1 - (1 - Math.pow(2, -1.5)) * frame.at() / 4;
            assertThat(Pitch.cents(before * slowed, frame.f0())).isCloseTo(0, within(40.0));
            previous = frame.f0();
        }
        assertThat(previous).isLessThan(before * 0.4);
        assertThat(Holes.in(sound.slice(4, 12), 0.02)).singleElement().satisfies(hole -> {
            assertThat(hole.start()).isCloseTo(5, within(0.001));
            assertThat(hole.length()).isCloseTo(1, within(0.001));
        });
        assertThat(Pitch.cents(before, Pitch.f0(sound.slice(10.01, 11)))).isCloseTo(0, within(1.0));
    }

    @Test
    void pulse_fallsWithTheChord() {
        Recording pulse = difference(
                bed().with(Control.PULSE_HZ, 10).at(0).stop(5, 5, 4).play(9),
                bed().with(Control.PULSE_HZ, 0).at(0).stop(5, 5, 4).play(9));
        double early = loudest(pulse.slice(4, 5));
        double late = loudest(pulse.slice(8.5, 9));
        assertThat(late / early).isBetween(0.35, 0.46);
    }

    @ParameterizedTest
    @CsvSource({"0.0501, 0.75", "0.1414, 1.125", "0.4, 1.5", "3, 1.5"})
    void depth_growsWithTheTimeToSafepoint(double seconds, double octaves) {
        FrameClock clock = new FrameClock(RATE);
        Bend bend = new Bend(clock);
        assertThat(bend.speed(0)).isEqualTo(1);
        bend.begin(Cue.hole(0, 0, (long) (seconds * 1e9)), 1000, 2000);
        assertThat(bend.speed(1000)).isEqualTo(1);
        assertThat(-Math.log(bend.speed(2000)) / Math.log(2)).isCloseTo(octaves, within(0.002));
        assertThat(bend.speed(2000 + RATE / 30)).isEqualTo(1);
    }

    @Test
    void stall_thatIsLearnedOfTooLate_isHeardForAtMost400Milliseconds_beforeItsThud() {
        Recording with = lateStall(true);
        Recording without = lateStall(false);
        int first = 0;
        while (with.channel(0)[first] == without.channel(0)[first]) {
            first++;
        }
        assertThat(first / (double) RATE).isBetween(0.4, 0.415);
        Recording steady = bed().at(0).play(7).slice(6, 7);
        List<Pitch.Frame> track = Pitch.track(without.slice(0, 0.4), 60, 400, 0.05);
        assertThat(track.get(track.size() - 1).f0()).isLessThan(Pitch.f0(steady) * 0.75);
        assertThat(Pitch.cents(Pitch.f0(steady), Pitch.f0(without.slice(0.45, 1))))
                .isCloseTo(0, within(1.0));
        assertThat(Holes.in(without, 0.002)).isEmpty();
    }

    @Test
    void stall_thatIsOlderThanTwoSeconds_isNotHeard() {
        Stage with = bed().at(0);
        Stage without = bed().at(0);
        with.play(6);
        without.play(6);
        with.stop(3, 0.9, 0.8);
        assertThat(with.play(1).channel(0)).isEqualTo(without.play(1).channel(0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.051, 0.1, 0.3, 0.8})
    void bends_doNotClick_inPlaceOrLate(double sync) {
        Stage stage = bed().with(Control.GROUND_TENSION, 0.5).with(Control.PULSE_TENSION, 0.6);
        stage.at(0).stop(4.123, sync + 0.0003, sync).stop(5.456, sync + 0.012, sync);
        stage.stop(6.789, sync + 0.3, sync);
        assertThat(Clicks.in(stage.play(9))).isEmpty();
        stage.stop(8.5 - sync, sync + 0.2, sync).cue(Cue.Kind.THUD, 8.7, sync + 0.2, 0);
        assertThat(Clicks.in(stage.play(2))).isEmpty();
    }

    private static Stage bed() {
        return Stage.healthy(RATE).with(Control.GROUND_PITCH, 0.2).with(Control.PULSE_HZ, 0);
    }

    private static Recording lateStall(boolean thud) {
        Stage stage = bed().at(0);
        stage.play(5);
        stage.stop(3.9, 1, 0.7);
        if (thud) {
            stage.cue(Cue.Kind.THUD, 4.9, 1, 0);
        }
        return stage.play(2);
    }

    private static double loudest(Recording sound) {
        return Pitch.f0(sound, 190, 1000);
    }

    private static Recording difference(Recording a, Recording b) {
        float[] samples = a.channel(0).clone();
        for (int i = 0; i < samples.length; i++) {
            samples[i] -= b.channel(0)[i];
        }
        return Recording.of(a.sampleRate(), samples);
    }
}
