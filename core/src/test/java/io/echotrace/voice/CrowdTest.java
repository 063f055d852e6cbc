package io.echotrace.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.ear.Bands;
import io.echotrace.ear.Clicks;
import io.echotrace.ear.Loudness;
import io.echotrace.ear.Modulation;
import io.echotrace.ear.Pitch;
import io.echotrace.ear.Recording;
import io.echotrace.timeline.Control;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads that leak are heard as a crowd of wavering low voices, the more the worse. */
class CrowdTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void singer_waversByFortyFiveCents_anOctaveBelowTheGround(double pitch) {
        Recording singer = crowd(pitch, 1, 8);
        double[] cents = cents(singer, 100 * Math.pow(4, pitch));
        double low = Arrays.stream(cents).min().orElseThrow();
        double high = Arrays.stream(cents).max().orElseThrow();
        assertThat((high - low) / 2).isCloseTo(45, within(3.0));
        assertThat((high + low) / 2).isCloseTo(0, within(15.0));
        assertThat(vibratoHz(singer)).isBetween(5.0, 7.0);
    }

    @Test
    void singers_haveVibratosTuningsAndPlacesOfTheirOwn() {
        double[] vibratos = new double[6];
        double[] tunings = new double[6];
        double[] places = new double[6];
        for (int k = 0; k < 6; k++) {
            Recording singer = singer(k + 1);
            double[] cents = cents(singer, 200);
            vibratos[k] = vibratoHz(singer);
            tunings[k] = Arrays.stream(cents).average().orElseThrow();
            places[k] = Bands.level(singer.only(1), 100, 2000) - Bands.level(singer.only(0), 100, 2000);
        }
        assertThat(apart(vibratos)).isGreaterThan(0.2);
        assertThat(DoubleStream.of(vibratos)).allMatch(hz -> hz > 5 && hz < 7);
        assertThat(apart(tunings)).isGreaterThan(1);
        assertThat(DoubleStream.of(tunings)).allMatch(cents -> Math.abs(cents) < 15);
        assertThat(apart(places)).isGreaterThan(1);
        assertThat(DoubleStream.of(places).sum()).isCloseTo(0, within(0.5));
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 48_000})
    void vibrato_isHeardBelowTheGround_whereElseNothingIs(int sampleRateHz) {
        Recording healthy = Solo.bed(sampleRateHz, 0.5).play(12).slice(4, 12);
        assertThat(Bands.level(healthy, 150, 260)).isLessThan(-80);
        for (int size : new int[] {1, 2, 6}) {
            Recording crowded =
                    crowded(Solo.bed(sampleRateHz, 0.5), 1, size).play(12).slice(4, 12);
            assertThat(Bands.level(crowded, 150, 260)).isGreaterThan(-50);
            Modulation flank = Modulation.of(crowded, 150, 196); // where they are heard half of the time
            assertThat(flank.total(4.5, 7.5)).isGreaterThan(0.2).isGreaterThan(3 * flank.total(8, 11));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.7, 1})
    void crowd_isThreeToSixDecibelsUnderTheBed(double pitch) {
        double bed = Loudness.integrated(Solo.bed(24_000, pitch).play(12).slice(4, 12));
        for (int size : new int[] {2, 4, 6}) {
            assertThat(Loudness.integrated(crowd(pitch, size, 8)) - bed).isBetween(-6.0, -3.0);
        }
    }

    @Test
    void crowd_isHeardOnSmallSpeakers_atTheLowestPitch() {
        Recording crowd = crowd(0, 6, 4);
        assertThat(Bands.level(crowd, 400, 4000)).isGreaterThan(Bands.level(crowd, 50, 4000) - 10);
    }

    @Test
    void crowd_growsWithItsSize_andTheLastFadesIn() {
        double[] loudness = DoubleStream.of(0.3, 0.6, 1, 1.5, 2, 3, 4, 5, 6)
                .map(size -> Loudness.integrated(crowd(0.3, size, 8)))
                .toArray();
        assertThat(loudness).isSorted();
        assertThat(loudness[2] - loudness[0]).isCloseTo(-20 * Math.log10(0.3), within(0.2));
    }

    @Test
    void crowd_staysInStepWithTheGround_inABend() {
        Stage bed = Solo.bed(48_000, 1).stop(5, 0.5, 0.4);
        Stage crowded = crowded(Solo.bed(48_000, 1).stop(5, 0.5, 0.4), 1, 1);
        Recording crowd = Solo.of(crowded, bed, 6);
        assertThat(Pitch.cents(400, Solo.hz(crowd.slice(5.37, 5.395)))).isBetween(-1900.0, -1400.0);
    }

    @Test
    void nobody_isHeard_whereThereIsNoCrowd() {
        Recording healthy = Solo.bed(48_000, 0.3).play(6);
        assertThat(crowded(Solo.bed(48_000, 0.3), 0, 6).play(6).channel(0)).isEqualTo(healthy.channel(0));
        assertThat(crowded(Solo.bed(48_000, 0.3), 1, 0).play(6).channel(0)).isEqualTo(healthy.channel(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 48_000})
    void crowd_thatComesAndGoes_doesNotClick(int sampleRateHz) {
        Stage stage = Solo.bed(sampleRateHz, 0.5);
        for (int i = 0; i < 20; i++) {
            stage.with(Control.CROWD, i % 2)
                    .with(Control.CROWD_SIZE, i * 5 % 7)
                    .with(Control.GROUND_PITCH, i % 3 / 2.0)
                    .at(4 + 0.3 * i);
        }
        assertThat(Clicks.in(stage.play(11))).isEmpty();
    }

    private static Stage crowded(Stage stage, double amplitude, double size) {
        return stage.with(Control.CROWD, amplitude)
                .with(Control.CROWD_SIZE, size)
                .at(0);
    }

    /** The crowd alone. */
    private static Recording crowd(double pitch, double size, double seconds) {
        Stage crowded = crowded(Solo.bed(24_000, pitch), 1, size);
        return Solo.of(crowded, Solo.bed(24_000, pitch), 4 + seconds).slice(4, 4 + seconds);
    }

    /** The last of a crowd of some size: what all sing less what one fewer sing, each of whom is a little louder. */
    private static Recording singer(int size) {
        Recording all = crowd(0.5, size, 8);
        return size == 1
                ? all
                : Solo.combined(all, Math.pow(size, 0.25), crowd(0.5, size - 1, 8), -Math.pow(size - 1, 0.25));
    }

    private static double[] cents(Recording tone, double fromHz) {
        return Arrays.stream(Solo.periodsHz(tone))
                .map(hz -> Pitch.cents(fromHz, hz))
                .toArray();
    }

    /** How often a second its frequency rises through the mean, between the first time and the last. */
    private static double vibratoHz(Recording singer) {
        double[] hz = Solo.periodsHz(singer);
        double mean = Arrays.stream(hz).average().orElseThrow();
        List<Double> rises = new ArrayList<>();
        double now = 0;
        for (int i = 1; i < hz.length; i++) {
            now += 1 / hz[i];
            if (hz[i - 1] < mean && hz[i] >= mean) {
                rises.add(now);
            }
        }
        return (rises.size() - 1) / (rises.get(rises.size() - 1) - rises.get(0));
    }

    /** The smallest distance between two of them. */
    private static double apart(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double smallest = Double.MAX_VALUE;
        for (int i = 1; i < sorted.length; i++) {
            smallest = Math.min(smallest, sorted[i] - sorted[i - 1]);
        }
        return smallest;
    }
}
