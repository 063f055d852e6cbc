package io.echotrace.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PitchTest {
    private static final Signals SIGNALS = new Signals(24_000);

    @ParameterizedTest
    @ValueSource(doubles = {200, 227.3, 301.7, 400, 511.1, 666.6, 800})
    void f0_isTheGround_inAChordOfGroundFifthAndOctave(double f0) {
        Recording chord = SIGNALS.healthy(f0, 0.05, 1);

        assertThat(Pitch.cents(f0, Pitch.f0(chord))).isCloseTo(0, within(0.5));
    }

    @ParameterizedTest
    @CsvSource({"200,7", "283,4.1", "500,10", "800,1"})
    void f0_isTheGround_underPlucksAndNoiseAndClicks(double f0, double rate) {
        double[] instants = new double[(int) (2 * rate)];
        for (int i = 0; i < instants.length; i++) {
            instants[i] = (i + 0.5) / rate;
        }
        Recording chord = SIGNALS.healthy(f0, 0.05, 2);
        Recording noise = SIGNALS.pinkNoise(0.075 * Math.pow(10, -12 / 20.0), 1, 2); // the chord has 0.075
        Recording clicks = SIGNALS.sampled(2, t -> Math.round(t * 24_000) % 2400 == 7 ? 0.3 : 0);
        Recording all = Signals.mix(chord, SIGNALS.plucks(3 * f0, 0.1, 2, instants), noise, clicks);

        assertThat(Pitch.cents(f0, Pitch.f0(all))).isCloseTo(0, within(2.0));
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 22_050, 44_100, 48_000})
    void f0_isTheSame_atAnySampleRate(int sampleRate) {
        Recording tone = new Signals(sampleRate).tone(440, 6, 9, 0.1, 0.5);

        assertThat(Pitch.f0(tone)).isCloseTo(440, within(0.05));
    }

    @Test
    void f0_isNotANumber_whenNothingSoundsInTheRange() {
        assertThat(Pitch.f0(SIGNALS.silence(1))).isNaN();
        assertThat(Pitch.f0(SIGNALS.tone(120, 1, 9, 0.1, 1))).isNaN();
    }

    @Test
    void track_followsAGlide() {
        // two octaves in 4 s; the phase is the integral of 200·4^(t/4)
        double octave = Math.log(4) / 4;
        Recording glide = SIGNALS.sampled(4, t -> {
            double phase = 2 * Math.PI * 200 * Math.expm1(octave * t) / octave;
            return 0.1 * Math.sin(phase) + 0.05 * Math.sin(2 * phase);
        });

        List<Pitch.Frame> track = Pitch.track(glide);

        assertThat(track).hasSize(76).allSatisfy(frame -> {
            double f0 = 200 * Math.pow(4, frame.at() / 4);
            assertThat(Pitch.cents(f0, frame.f0())).isCloseTo(0, within(5.0));
        });
    }
}
