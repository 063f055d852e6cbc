package io.echotrace.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.ear.Bands;
import io.echotrace.ear.Clicks;
import io.echotrace.ear.Dissonance;
import io.echotrace.ear.Flatness;
import io.echotrace.ear.Loudness;
import io.echotrace.ear.Modulation;
import io.echotrace.ear.Recording;
import io.echotrace.timeline.Control;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.hipparchus.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The disk is a low noise under the bed that leaves health coherent; a disk that is saturated grinds. */
class FloorTest {
    @Test
    void idleDisk_isSilent_howeverWarm() {
        Recording idle = floor(0, 1).steady(1);
        assertThat(idle.channel(0)).isEqualTo(Stage.healthy().steady(1).channel(0));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, -12", "1, 0.5, -12", "1, 1, -12", "0.5, 0.5, -18", "0.1, 0.5, -32"})
    void floor_isTwelveDecibelsUnderTheBed_atItsLoudest(double level, double brightness, double overBedDb) {
        double bed = Loudness.integrated(Stage.healthy().steady(6));
        assertThat(Loudness.integrated(alone(floor(level, brightness), 6)) - bed)
                .isCloseTo(overBedDb, within(1.0));
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 48_000})
    void floor_keepsToItsBand(int sampleRateHz) {
        Stage stage = Stage.healthy(sampleRateHz).with(Control.FLOOR_LEVEL, 1).with(Control.FLOOR_BRIGHTNESS, 1);
        Recording floor =
                Difference.of(stage.steady(4), Stage.healthy(sampleRateHz).steady(4));
        double inBand = Bands.level(floor, 60, 190);
        assertThat(Bands.level(floor, 0, 50)).isLessThan(inBand - 10);
        assertThat(Bands.level(floor, 250, 8000)).isLessThan(inBand - 10);
        assertThat(Bands.level(floor, 500, 8000)).isLessThan(inBand - 30);
    }

    @Test
    void temperature_tiltsIt() {
        double[] tilts = DoubleStream.of(0, 0.25, 0.5, 0.75, 1)
                .map(brightness -> tilt(alone(floor(1, brightness), 6)))
                .toArray();
        assertThat(tilts).isSorted();
        assertThat(tilts[4] - tilts[0]).isGreaterThan(9);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 1", "0.25, 1", "0.5, 1", "0.75, 1", "1, 1"})
    void health_isCoherent_whileTheDiskIsBusy(double pitch, double brightness) {
        Recording sound = floor(1, brightness).with(Control.GROUND_PITCH, pitch).steady(2);
        assertThat(Dissonance.of(sound)).isLessThanOrEqualTo(0.25);
        assertThat(Flatness.of(sound)).isLessThan(1e-3);
    }

    @Test
    void dissonance_risesWithTheScore_whileTheDiskIsBusy() {
        double healthy = Dissonance.of(busy(0).steady(2));
        double[] scores = {0.3, 0.34, 0.38, 0.42, 0.46, 0.5, 0.54, 0.58, 0.6};
        double[] ratios = Arrays.stream(scores)
                .map(score -> Dissonance.of(busy(score).steady(4)) / healthy)
                .toArray();
        assertThat(ratios[5]).isGreaterThanOrEqualTo(2.5);
        assertThat(new SpearmansCorrelation().correlation(scores, ratios)).isGreaterThanOrEqualTo(0.95);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.15", "0, 0.6", "0, 1", "1, 0.6"})
    void grindingFloor_comesInTwentySevenGustsASecond(double level, double grind) {
        assertThat(low(floor(level, 0.5)).depth(22, 33)).isLessThan(0.25);
        Modulation gusts = low(floor(level, 0.5).with(Control.FLOOR_GRIND, grind));
        assertThat(gusts.strongestHz(5, 60)).isCloseTo(27, within(0.2));
        assertThat(gusts.depth(22, 33)).isGreaterThan(0.7);
    }

    @Test
    void grinding_hasALevelOfItsOwn_whateverTheFloor() {
        Recording filled = floor(0, 0.5).with(Control.FLOOR_GRIND, 0.6).steady(4);
        Recording busy = floor(1, 0.5).with(Control.FLOOR_GRIND, 0.6).steady(4);
        assertThat(busy.channel(0)).isEqualTo(filled.channel(0));
        double worst = Loudness.integrated(alone(floor(0, 0.5).with(Control.FLOOR_GRIND, 1), 6));
        double bed = Loudness.integrated(Stage.healthy().steady(6));
        assertThat(worst - bed).isBetween(-4.5, -2.0);
    }

    /** At 400 Hz the bed has no partial between 400 and 600 Hz. */
    @Test
    void grinding_isHeardWithoutLowFrequencies() {
        Recording sound = floor(1, 0.5)
                .with(Control.GROUND_PITCH, 0.5)
                .with(Control.PULSE_HZ, 0)
                .with(Control.FLOOR_GRIND, 0.6)
                .steady(8);
        Modulation gusts = Modulation.of(sound, 430, 570);
        assertThat(gusts.strongestHz(5, 60)).isCloseTo(27, within(0.2));
        assertThat(gusts.depth(22, 33)).isGreaterThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 48_000})
    void floor_comesGoesAndGrinds_withoutAClick(int sampleRateHz) {
        Stage stage = Stage.healthy(sampleRateHz);
        for (int i = 0; i < 16; i++) {
            stage.with(Control.FLOOR_LEVEL, i % 2).with(Control.FLOOR_BRIGHTNESS, i % 3 / 2.0);
            stage.with(Control.FLOOR_GRIND, i / 2 % 2).at(4 + 0.37 * i);
        }
        assertThat(Clicks.in(stage.play(12))).isEmpty();
    }

    private static Stage floor(double level, double brightness) {
        return Stage.healthy().with(Control.FLOOR_LEVEL, level).with(Control.FLOOR_BRIGHTNESS, brightness);
    }

    private static Stage busy(double score) {
        return floor(1, 1).with(Control.GROUND_PITCH, 0).with(Control.GROUND_TENSION, score);
    }

    private static Recording alone(Stage stage, double seconds) {
        return Difference.of(stage.steady(seconds), Stage.healthy().steady(seconds));
    }

    private static double tilt(Recording floor) {
        return Bands.level(floor, 107, 190) - Bands.level(floor, 60, 107);
    }

    private static Modulation low(Stage stage) {
        return Modulation.of(stage.steady(8), 60, 190);
    }
}
