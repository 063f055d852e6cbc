package io.echotrace.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.ear.Loudness;
import io.echotrace.ear.Onsets;
import io.echotrace.ear.Pitch;
import io.echotrace.ear.Recording;
import io.echotrace.timeline.Control;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;
import org.hipparchus.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pitch, pulse and body are read back from the sound alone, each without the others. */
class OriginalMappingsTest {
    private static final double[] PULSES_HZ = {1, 1.33, 1.78, 2.37, 3.16, 4.22, 5.62, 7.5, 10};
    private static final double TWELFTH_DB = 14 / 12.0;

    @Test
    void pitch_isThatOfTheControl_withinTenCents_onShuffledPlateaus() {
        double[] plateaus = {0.62, 0.04, 0.33, 0.95, 0.18, 0.77, 0.5, 0, 1, 0.25};
        Stage stage = Stage.healthy();
        for (int i = 0; i < plateaus.length; i++) {
            stage.with(Control.GROUND_PITCH, plateaus[i]).at(4 * i);
        }
        Recording sound = stage.play(4 * plateaus.length);
        for (int i = 0; i < plateaus.length; i++) {
            double heard = Pitch.f0(sound.slice(4 * i + 3, 4 * i + 4));
            assertThat(Pitch.cents(hz(plateaus[i]), heard)).isCloseTo(0, within(10.0));
        }
    }

    @Test
    void onePercent_isTheSameInterval_atBothEndsOfTheRange() {
        double low = Pitch.cents(pitchOf(0.045), pitchOf(0.055));
        double high = Pitch.cents(pitchOf(0.945), pitchOf(0.955));
        assertThat(high / low).isBetween(0.9, 1.1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 1})
    void pulseRate_isThatOfTheControl_withinThreePercent(double pitch) {
        for (double rate : PULSES_HZ) {
            Onsets onsets =
                    pulses(Stage.healthy().with(Control.GROUND_PITCH, pitch).with(Control.PULSE_HZ, rate), 8);
            assertThat(onsets.rate()).isCloseTo(rate, within(0.03 * rate));
            assertThat(onsets.variation()).isLessThan(0.01);
        }
    }

    @Test
    void noPulse_isHeard_withoutTraffic() {
        assertThat(pulses(Stage.healthy().with(Control.PULSE_HZ, 0), 5).instants())
                .isEmpty();
    }

    @Test
    void pulsesStray_theMoreTheLargerTheStagger_butKeepTheirRate() {
        double[] staggers = {0, 0.1, 0.2, 0.3};
        double[] variations = new double[staggers.length];
        for (int i = 0; i < staggers.length; i++) {
            Onsets onsets = pulses(Stage.healthy().with(Control.PULSE_STAGGER, staggers[i]), 20);
            variations[i] = onsets.variation();
            assertThat(onsets.instants()).hasSizeBetween(59, 61);
        }
        assertThat(variations).isSorted();
        assertThat(variations[3]).isGreaterThan(0.15);
    }

    @Test
    void body_spansFourteenDecibels_inTwelveEvenSteps() {
        double[] loudness = DoubleStream.iterate(-14, db -> db < 0.1, db -> db + TWELFTH_DB)
                .map(db -> Loudness.integrated(
                        Stage.healthy().with(Control.BODY_DB, db).steady(2)))
                .toArray();
        assertThat(loudness).hasSize(13);
        assertThat(loudness[12] - loudness[0]).isBetween(12.0, 14.05);
        for (int i = 1; i < loudness.length; i++) {
            assertThat(loudness[i] - loudness[i - 1]).isGreaterThan(1);
        }
    }

    @Test
    void loudness_hardlyDependsOnPitch_brightness_orPulse() {
        assertThat(loudnessSpread(Control.GROUND_PITCH, 0, 0.2, 0.4, 0.6, 0.8, 1))
                .isLessThan(1.5);
        assertThat(loudnessSpread(Control.BRIGHTNESS, 0, 0.5, 1)).isLessThan(1);
        assertThat(loudnessSpread(Control.PULSE_HZ, PULSES_HZ)).isLessThan(1);
        assertThat(loudnessSpread(Control.PULSE_PAN, -1, -0.5, 0, 0.5, 1)).isLessThan(0.3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0, 1})
    void pulse_comesFromItsSide(double pan) {
        Recording sound = Stage.healthy().with(Control.PULSE_PAN, pan).steady(6);
        int left = Onsets.in(sound.only(0), 900, 3200).instants().length;
        int right = Onsets.in(sound.only(1), 900, 3200).instants().length;
        assertThat(left > 0).isEqualTo(pan < 1);
        assertThat(right > 0).isEqualTo(pan > -1);
    }

    @Test
    void loudnessFollowsBody_andPitchFollowsPitch_whileAllMove() {
        double[] steps = {0.1, 0.9, 0.4, 0.7, 0.2, 0.6};
        Stage stage = Stage.healthy();
        for (int i = 0; i < steps.length; i++) {
            stage.with(Control.GROUND_PITCH, steps[i]).with(Control.BODY_DB, -14 * steps[steps.length - 1 - i]);
            stage.with(Control.PULSE_HZ, 1 + 9 * steps[(i + 3) % steps.length]).at(5 * i);
        }
        Recording sound = stage.play(5 * steps.length);
        double[] pitches = new double[steps.length];
        double[] loudness = new double[steps.length];
        double[] bodies = new double[steps.length];
        for (int i = 0; i < steps.length; i++) {
            Recording plateau = sound.slice(5 * i + 3, 5 * i + 5);
            pitches[i] = Pitch.f0(plateau);
            loudness[i] = Loudness.integrated(plateau);
            bodies[i] = -steps[steps.length - 1 - i];
        }
        assertThat(new SpearmansCorrelation().correlation(steps, pitches)).isGreaterThan(0.99);
        assertThat(new SpearmansCorrelation().correlation(bodies, loudness)).isGreaterThan(0.99);
    }

    private static double hz(double pitch) {
        return 200 * Math.pow(4, pitch);
    }

    private static double pitchOf(double control) {
        return Pitch.f0(Stage.healthy().with(Control.GROUND_PITCH, control).steady(1));
    }

    private static Onsets pulses(Stage stage, double seconds) {
        return Onsets.in(stage.steady(seconds), 900, 3200);
    }

    private static double loudnessSpread(Control control, double... values) {
        DoubleSummaryStatistics loudness = Arrays.stream(values)
                .map(value ->
                        Loudness.integrated(Stage.healthy().with(control, value).steady(4)))
                .summaryStatistics();
        return loudness.getMax() - loudness.getMin();
    }
}
