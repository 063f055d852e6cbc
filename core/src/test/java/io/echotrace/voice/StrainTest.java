package io.echotrace.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.ear.Bands;
import io.echotrace.ear.Clicks;
import io.echotrace.ear.Dissonance;
import io.echotrace.ear.Loudness;
import io.echotrace.ear.Modulation;
import io.echotrace.ear.Partial;
import io.echotrace.ear.Partials;
import io.echotrace.ear.Recording;
import io.echotrace.timeline.Control;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A saturated CPU is heard as overtones of the ground that belong to no harmonic series, and tremble. */
class StrainTest {
    @ParameterizedTest
    @CsvSource({"1, 0.6", "1, 1", "0.95, 0.6", "0.85, 0.6"})
    void overtones_persist_withinTenDecibelsOfTheGround(double pitch, double strain) {
        double f0 = 200 * Math.pow(4, pitch);
        List<Partial> healthy = Partials.of(stage(pitch).steady(1));
        List<Partial> strained =
                Partials.of(stage(pitch).with(Control.GROUND_STRAIN, strain).steady(1));
        for (double multiple : new double[] {3.02, 4.98}) {
            assertThat(amplitude(multiple * f0, healthy)).isZero();
            double overtone = amplitude(multiple * f0, strained) / amplitude(f0, strained);
            assertThat(20 * Math.log10(overtone)).isBetween(-11.0, 0.0);
        }
    }

    @Test
    void strainedGround_isMoreDissonant_theMoreItIsStrained() {
        double healthy = Dissonance.of(stage(1).steady(2));
        double weak = Dissonance.of(stage(1).with(Control.GROUND_STRAIN, 0.6).steady(2));
        double strong = Dissonance.of(stage(1).with(Control.GROUND_STRAIN, 1).steady(2));
        assertThat(weak).isGreaterThan(4 * healthy);
        assertThat(strong).isGreaterThan(1.15 * weak);
    }

    @Test
    void overtones_trembleTogether() {
        Recording overtones = overtones(1, 0.6, 8);
        for (double multiple : new double[] {3.02, 4.98}) {
            Modulation trembling = Modulation.of(overtones, 800 * multiple - 100, 800 * multiple + 100);
            assertThat(trembling.strongestHz(1, 50)).isCloseTo(6.5, within(0.2));
            assertThat(trembling.depth(6, 7)).isGreaterThan(0.6);
        }
        assertThat(Modulation.of(overtones, 2000, 4200).depth(6, 7)).isGreaterThan(0.6);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.85, 1})
    void overtones_stayUnderTheBed_andBelowFourKilohertz(double pitch) {
        double bed = Loudness.integrated(stage(pitch).steady(4));
        Recording overtones = overtones(pitch, 1, 4);
        assertThat(Loudness.integrated(overtones) - bed).isCloseTo(-3.5, within(0.5));
        assertThat(Bands.level(overtones, 4050, 20_000)).isLessThan(Bands.level(overtones, 0, 4050) - 80);
    }

    @Test
    void overtones_fallWithTheGround_beforeAStop() {
        Recording without = stage(1).at(0).stop(5, 0.8, 0.4).play(6);
        Recording with =
                stage(1).with(Control.GROUND_STRAIN, 1).at(0).stop(5, 0.8, 0.4).play(6);
        Recording fallen = Difference.of(with, without).slice(5.2, 5.4);
        assertThat(Bands.level(fallen, 3000, 5000)).isLessThan(Bands.level(fallen, 700, 2900) - 30);
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 48_000})
    void strain_comesAndGoes_withoutAClick(int sampleRateHz) {
        Recording sound = comingAndGoing(Stage.healthy(sampleRateHz), 1).play(14);
        assertThat(Clicks.in(sound)).isEmpty();
        Recording after = Difference.of(
                sound, comingAndGoing(Stage.healthy(sampleRateHz), 0).play(14));
        assertThat(after.slice(12, 14).channel(0)).containsOnly(0);
    }

    private static Stage comingAndGoing(Stage stage, double most) {
        for (int i = 0; i < 12; i++) {
            stage.with(Control.GROUND_STRAIN, i % 2 == 0 ? most : 0).with(Control.GROUND_PITCH, i % 3 / 2.0);
            stage.at(4 + 0.5 * i);
        }
        return stage;
    }

    private static Recording overtones(double pitch, double strain, double seconds) {
        return Difference.of(
                stage(pitch).with(Control.GROUND_STRAIN, strain).steady(seconds),
                stage(pitch).steady(seconds));
    }

    private static Stage stage(double pitch) {
        return Stage.healthy().with(Control.GROUND_PITCH, pitch).with(Control.PULSE_HZ, 0);
    }

    /** The amplitude of the partial within 2 Hz of a frequency; 0 when there is none. */
    private static double amplitude(double hz, List<Partial> partials) {
        return partials.stream()
                .filter(partial -> Math.abs(partial.hz() - hz) < 2)
                .mapToDouble(Partial::amplitude)
                .max()
                .orElse(0);
    }
}
