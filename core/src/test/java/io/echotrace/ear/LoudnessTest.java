package io.echotrace.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases of EBU Tech 3341 that apply to stereo, and the calibration of BS.1770. */
class LoudnessTest {
    private static final Signals SIGNALS = new Signals(48_000);
    private static final Signals LONG = new Signals(16_000);

    @Test
    void integrated_isTheCalibration_forAFullScaleSineInOneChannel() {
        assertThat(Loudness.integrated(SIGNALS.sine(997, 1, 3))).isCloseTo(-3.01, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 22_050, 24_000, 44_100, 48_000})
    void integrated_isTheLevel_forA1kHzSineInStereo(int sampleRate) {
        Recording sine = new Signals(sampleRate).sine(1000, 1, 4);

        assertThat(Loudness.integrated(stereo(sine, -23))).isCloseTo(-23, within(0.1));
        assertThat(Loudness.integrated(stereo(sine, -33))).isCloseTo(-33, within(0.1));
    }

    @Test
    void integrated_leavesOutQuietParts() {
        Recording sine = LONG.sine(1000, 1, 30);
        Recording quiet = Signals.gain(sine, -36).slice(0, 3);
        Recording loud = Signals.join(quiet, Signals.gain(sine, -23), quiet);
        Recording veryQuiet = Signals.gain(sine, -72).slice(0, 3);
        Recording programme = Signals.join(veryQuiet, loud, veryQuiet);

        assertThat(Loudness.integrated(stereo(loud, 0))).isCloseTo(-23, within(0.1));
        assertThat(Loudness.integrated(stereo(programme, 0))).isCloseTo(-23, within(0.1));
    }

    @Test
    void integrated_weighsPowers() {
        Recording sine = LONG.sine(1000, 1, 20.1);
        Recording soft = Signals.gain(sine, -26).slice(0, 20);
        Recording steps = Signals.join(soft, Signals.gain(sine, -20), soft);

        assertThat(Loudness.integrated(stereo(steps, 0))).isCloseTo(-23, within(0.1));
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 24_000})
    void integrated_isNearly48kHz_atLowerRates(int sampleRate) {
        double expected = Loudness.integrated(SIGNALS.healthy(300, 0.05, 2));

        assertThat(Loudness.integrated(new Signals(sampleRate).healthy(300, 0.05, 2)))
                .isCloseTo(expected, within(0.1));
    }

    @Test
    void momentary_andShortTerm_followTheirWindows() {
        Recording sine = Signals.join(SIGNALS.silence(1), SIGNALS.sine(1000, 0.1, 4));
        Recording stereo = Signals.stereo(sine, sine);

        double[] momentary = Loudness.momentary(stereo);
        double[] shortTerm = Loudness.shortTerm(stereo);

        assertThat(momentary).hasSize(47);
        assertThat(momentary[0]).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(momentary[8]).isCloseTo(-20 + 10 * Math.log10(0.5), within(0.1)); // 0.8…1.2 s: half is sound
        assertThat(momentary[10]).isCloseTo(-20, within(0.1));
        assertThat(shortTerm).hasSize(21);
        assertThat(shortTerm[0]).isCloseTo(-20 + 10 * Math.log10(2 / 3.0), within(0.1));
        assertThat(Loudness.maxMomentary(stereo)).isCloseTo(-20, within(0.1));
    }

    private static Recording stereo(Recording mono, double db) {
        Recording scaled = Signals.gain(mono, db);
        return Signals.stereo(scaled, scaled);
    }
}
