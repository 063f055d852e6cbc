package io.echotrace.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.ear.Dissonance;
import io.echotrace.ear.Flatness;
import io.echotrace.ear.Loudness;
import io.echotrace.ear.Modulation;
import io.echotrace.ear.Partial;
import io.echotrace.ear.Partials;
import io.echotrace.ear.Recording;
import io.echotrace.timeline.Control;
import java.util.Arrays;
import org.hipparchus.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Healthy is coherent, a rising score is ever more dissonant, and noise belongs to anomalies alone. */
class WrongnessTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 0.5, 0.75, 1})
    void health_isCoherent_atEveryPitch(double pitch) {
        Recording sound = stage(pitch).steady(2);
        assertThat(Dissonance.of(sound)).isLessThanOrEqualTo(0.25);
        assertThat(Flatness.of(sound)).isLessThan(1e-3);
    }

    @ParameterizedTest
    @EnumSource(names = {"GROUND_TENSION", "FIFTH_TENSION"})
    void belowThreshold_nothingIsHeardOfAScore(Control tension) {
        Recording healthy = stage(0.4).steady(1);
        Recording almostUnusual = stage(0.4).with(tension, 0.299).steady(1);
        assertThat(almostUnusual.channel(0)).isEqualTo(healthy.channel(0));
    }

    @ParameterizedTest
    @CsvSource({
        "GROUND_TENSION, 0", "GROUND_TENSION, 0.3", "GROUND_TENSION, 0.7", "GROUND_TENSION, 1",
        "FIFTH_TENSION, 0", "FIFTH_TENSION, 0.3", "FIFTH_TENSION, 0.7", "FIFTH_TENSION, 1"
    })
    void dissonance_risesWithTheScore_andIsPlainAtOneHalf(Control tension, double pitch) {
        double healthy = Dissonance.of(stage(pitch).steady(2));
        double[] scores = {0.3, 0.34, 0.38, 0.42, 0.46, 0.5, 0.54, 0.58, 0.6};
        double[] ratios = Arrays.stream(scores)
                .map(score -> Dissonance.of(stage(pitch).with(tension, score).steady(4)) / healthy)
                .toArray();
        assertThat(ratios[5]).isGreaterThanOrEqualTo(2.5);
        assertThat(new SpearmansCorrelation().correlation(scores, ratios)).isGreaterThanOrEqualTo(0.95);
    }

    @ParameterizedTest
    @CsvSource({"0.32, 0.5, 1", "0.45, 2.9, 3.1"})
    void unusual_beatsSlowly(double score, double fromHz, double toHz) {
        Stage stage = stage(0).with(Control.PULSE_HZ, 0).with(Control.GROUND_TENSION, score);
        Recording sound = stage.steady(10);
        assertThat(Modulation.of(sound, 150, 250).strongestHz(0.3, 20)).isBetween(fromHz, toHz);
    }

    @Test
    void level_tremblesFourTimesASecond_whenTheBodyIsWrong() {
        Stage stage = stage(0.3).with(Control.PULSE_HZ, 0).with(Control.BODY_TENSION, 0.8);
        assertThat(Modulation.of(stage.steady(8), 200, 4000).strongestHz(1, 20)).isCloseTo(4, within(0.2));
    }

    @Test
    void pulse_turnsSour() {
        assertThat(pulsePartial(0.25)).isCloseTo(600, within(3.0));
        assertThat(pulsePartial(0.65)).isCloseTo(636, within(3.0));
    }

    @Test
    void noise_isHeardOnlyAboveTheThreshold() {
        assertThat(Flatness.of(stage(0.2).with(Control.NOISE, 0.59).steady(3))).isLessThan(1e-3);
        assertThat(Flatness.of(stage(0.2).with(Control.NOISE, 0.8).steady(3))).isGreaterThan(0.05);
    }

    @Test
    void noise_staysTwelveDecibelsUnderTheBed() {
        double bed = Loudness.integrated(stage(0.3).steady(4));
        double both = Loudness.integrated(stage(0.3).with(Control.NOISE, 1).steady(4));
        double noise = 10 * Math.log10(Math.pow(10, both / 10) - Math.pow(10, bed / 10));
        assertThat(noise - bed).isBetween(-13.0, -9.0); // K-weighting takes noise for 2 dB louder than it is
    }

    private static Stage stage(double pitch) {
        return Stage.healthy().with(Control.GROUND_PITCH, pitch);
    }

    /** The frequency that a fast pulse adds near three times the ground. */
    private static double pulsePartial(double score) {
        Stage with = stage(0).with(Control.PULSE_HZ, 10).with(Control.PULSE_TENSION, score);
        return Partials.of(with.steady(2)).stream()
                .filter(partial -> partial.hz() > 590 && partial.hz() < 660)
                .max((a, b) -> Double.compare(Math.abs(a.hz() - 600), Math.abs(b.hz() - 600)))
                .map(Partial::hz)
                .orElse(Double.NaN);
    }
}
