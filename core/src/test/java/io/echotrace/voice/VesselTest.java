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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Memory that runs full is heard as a vessel that fills, and how near full it is by the top of each rise. */
class VesselTest {
    @ParameterizedTest
    @ValueSource(ints = {16_000, 44_100, 48_000})
    void vessel_soundsEveryFourSeconds_andAtOnceAtFirst(int sampleRateHz) {
        List<Holes.Hole> pauses = Holes.in(vessel(sampleRateHz, 1, 1, 16), 1);
        assertThat(pauses).hasSize(4);
        assertThat(pauses.get(0).end()).isBetween(4.0, 4.3);
        for (int i = 1; i < 4; i++) {
            assertThat(pauses.get(i).end() - pauses.get(i - 1).end()).isCloseTo(4, within(0.02));
            assertThat(pauses.get(i).start() - pauses.get(i - 1).end()).isBetween(1.1, 1.2);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 0.4, 0.6, 0.8, 1})
    void rise_isAsLongAsItIsHigh_butNeverShort(double fill) {
        List<Holes.Hole> pauses = Holes.in(vessel(24_000, 1, fill, 8), 1);
        double heard = pauses.get(1).start() - pauses.get(0).end();
        assertThat(heard).isCloseTo(Math.max(0.5, 1.2 * fill), within(0.06));
    }

    @Test
    void rise_beginsAtFiveHundredHertz_andItsTopTellsTheFill() {
        double[] tops = new double[6];
        for (int i = 0; i < 6; i++) {
            Recording rises = vessel(48_000, 1, i / 5.0, 20);
            double end = 8 + Math.max(0.5, 1.2 * i / 5.0);
            assertThat(Solo.hz(rises.slice(8.03, 8.12))).isBetween(450.0, 600.0);
            tops[i] = Solo.hz(rises.slice(end - 0.1, end - 0.02));
            assertThat(tops[i]).isCloseTo(500 * Math.pow(5, i / 5.0), within(50 + 0.1 * tops[i]));
        }
        assertThat(tops).isSorted();
    }

    @Test
    void noise_isNarrow() {
        Recording level = vessel(48_000, 1, 0, 20); // an empty vessel does not rise
        double all = Bands.level(level, 50, 8000);
        assertThat(Bands.level(level, 475, 525)).isBetween(all - 4, all - 1);
        assertThat(Bands.level(level, 400, 600)).isGreaterThan(all - 0.3);
        assertThat(Bands.level(level, 800, 8000)).isLessThan(all - 50);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void vessel_isAsLoudAsTheBed_orSofter(double fill) {
        double bed = Loudness.integrated(Solo.bed(24_000, 0.3).play(10).slice(4, 10));
        assertThat(Loudness.maxMomentary(vessel(24_000, 1, fill, 20)) - bed).isBetween(-4.0, 0.5);
        assertThat(Loudness.maxMomentary(vessel(24_000, 0.25, fill, 20)) - bed).isBetween(-16.0, -11.5);
    }

    @Test
    void vessel_isWide() {
        assertThat(Solo.correlation(vessel(24_000, 1, 1, 20))).isBetween(-0.15, 0.15);
    }

    @Test
    void woodBlock_andSparks_areNotHeardInIt_upToHalfFull() {
        Recording sound = filled(24_000, 1, 0.5).play(16).slice(3.5, 16);
        assertThat(Onsets.in(sound, 2600, 2900).instants()).isEmpty();
        assertThat(Onsets.in(sound, 3300, 6000).instants()).isEmpty();
    }

    @Test
    void vesselOfAnotherTrouble_isHeardAtOnceAgain() {
        Stage stage = filled(24_000, 1, 0.5).with(Control.VESSEL, 0).at(5.2);
        stage.with(Control.VESSEL, 1).at(7);
        List<Holes.Hole> pauses = Holes.in(Solo.of(stage, Solo.bed(24_000, 0.3), 10), 1);
        assertThat(pauses.get(1).end()).isBetween(7.0, 7.3);
    }

    @Test
    void nothing_isHeard_withoutAmplitude() {
        Recording healthy = Solo.bed(48_000, 0.3).play(6);
        assertThat(filled(48_000, 0, 1).play(6).channel(0)).isEqualTo(healthy.channel(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 48_000})
    void vessel_doesNotClick_whateverMoves(int sampleRateHz) {
        Stage stage = Solo.bed(sampleRateHz, 0.3);
        for (int i = 0; i < 30; i++) {
            stage.with(Control.VESSEL, i % 3 / 2.0)
                    .with(Control.VESSEL_FILL, i * 3 % 5 / 4.0)
                    .at(4 + 0.37 * i);
        }
        assertThat(Clicks.in(stage.play(16))).isEmpty();
    }

    /** A bed with a vessel from 4 s on. */
    private static Stage filled(int sampleRateHz, double amplitude, double fill) {
        return Solo.bed(sampleRateHz, 0.3)
                .with(Control.VESSEL, amplitude)
                .with(Control.VESSEL_FILL, fill)
                .at(4);
    }

    /** The vessel alone. */
    private static Recording vessel(int sampleRateHz, double amplitude, double fill, double seconds) {
        return Solo.of(filled(sampleRateHz, amplitude, fill), Solo.bed(sampleRateHz, 0.3), seconds);
    }
}
