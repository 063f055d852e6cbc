package io.echotrace.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DissonanceTest {
    private static final Signals SIGNALS = new Signals(24_000);

    @Test
    void ofPartials_isThatOfThePublishedFigures() {
        assertThat(Dissonance.of(sines(440, 440 * Math.pow(2, 1 / 12.0)))).isCloseTo(0.45, within(0.01));
        assertThat(Dissonance.of(sines(440, 440 * Math.sqrt(2)))).isCloseTo(0.01, within(0.005));
        assertThat(Dissonance.of(voices(200, 1, 1.5, 2))).isCloseTo(0.118, within(0.005));
        assertThat(Dissonance.of(voices(200, 1, Math.sqrt(2)))).isCloseTo(0.192, within(0.005));
    }

    @ParameterizedTest
    @ValueSource(doubles = {200, 300, 400, 650, 800})
    void ofRecording_isLowest_forTheHealthySound(double f0) {
        double healthy = Dissonance.of(SIGNALS.healthy(f0, 0.05, 1));

        assertThat(healthy).isLessThan(0.15);
        assertThat(Dissonance.of(SIGNALS.chord(f0, 0.05, 1, 1, 1.25, 1.5))).isGreaterThan(1.5 * healthy);
        assertThat(Dissonance.of(SIGNALS.chord(f0, 0.05, 1, 1, Math.sqrt(2), 2)))
                .isGreaterThan(1.5 * healthy);
        assertThat(Dissonance.of(roughChord(f0))).isGreaterThan(2.5 * healthy);
    }

    @Test
    void ofRecording_equalsThatOfItsPartials() {
        Recording minorSecond = SIGNALS.chord(300, 0.05, 1, 1, Math.pow(2, 1 / 12.0));

        assertThat(Dissonance.of(minorSecond))
                .isCloseTo(Dissonance.of(voices(300, 1, Math.pow(2, 1 / 12.0))), within(0.01));
    }

    @Test
    void ofRecording_staysTheSame_withSlowBeatsAndUnderNoiseAndAtAnyLevel() {
        double healthy = Dissonance.of(SIGNALS.healthy(300, 0.05, 4));
        Recording beating = SIGNALS.chord(300, 0.05, 4, 1, 1.5, 2, 452 / 300.0);
        Recording noisy = Signals.mix(SIGNALS.healthy(300, 0.05, 4), SIGNALS.pinkNoise(0.019, 4, 4));

        assertThat(Dissonance.of(beating)).isCloseTo(healthy, within(0.03));
        assertThat(Dissonance.of(noisy)).isCloseTo(healthy, within(0.03));
        assertThat(Dissonance.of(Signals.dithered(SIGNALS.healthy(300, 0.005, 4), 1)))
                .isCloseTo(healthy, within(0.002));
    }

    @Test
    void partials_areTwo_23HzApart() {
        Recording pair = Signals.mix(SIGNALS.sine(400, 0.1, 1), SIGNALS.sine(423, 0.004, 1));

        List<Partial> partials = Partials.of(pair);

        assertThat(partials).hasSize(2);
        assertThat(partials.get(0).hz()).isCloseTo(400, within(0.1));
        assertThat(partials.get(1).hz()).isCloseTo(423, within(0.3));
        assertThat(partials.get(1).amplitude()).isCloseTo(0.004, within(0.0004));
    }

    @Test
    void dissonance_isZero_inSilence() {
        assertThat(Dissonance.of(SIGNALS.silence(1))).isZero();
        assertThat(Partials.of(SIGNALS.silence(1))).isEmpty();
    }

    private static Recording roughChord(double f0) {
        return Signals.mix(SIGNALS.healthy(f0, 0.05, 1), SIGNALS.chord(f0 + 30, 0.05, 1, 1, 1.5));
    }

    private static List<Partial> sines(double... frequencies) {
        List<Partial> sines = new ArrayList<>();
        for (double hz : frequencies) {
            sines.add(new Partial(hz, 1));
        }
        return sines;
    }

    private static List<Partial> voices(double f0, double... ratios) {
        List<Partial> partials = new ArrayList<>();
        for (double ratio : ratios) {
            for (int k = 1; k <= 6; k++) {
                partials.add(new Partial(ratio * k * f0, Math.pow(k, -7.5 / (20 * Math.log10(2)))));
            }
        }
        return partials;
    }
}
