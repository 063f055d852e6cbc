package io.echotrace.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.ear.Recording;
import io.echotrace.ear.Signals;
import org.junit.jupiter.api.Test;

class FeaturesTest {
    private static final Signals SIGNALS = new Signals(24_000);

    @Test
    void sine_hasItsPowerInItsBand_inWindowsOfAnyLength() {
        Recording sine = SIGNALS.sine(1000, 0.1, 1);
        for (double seconds : new double[] {0.02, 0.16}) {
            Spectrogram spectrogram = Spectrogram.of(sine, seconds, 0.01);
            double power = Statistics.median(spectrogram.band(950, 1050));
            assertThat(Statistics.decibels(power)).isEqualTo(-20, within(3.0));
            assertThat(Statistics.decibels(Statistics.median(spectrogram.band(3000, 6000))))
                    .isLessThan(-60);
        }
    }

    @Test
    void framesTakenTwoAtATime_areNotMixed() {
        Recording parts = Signals.join(SIGNALS.silence(0.5), SIGNALS.sine(1000, 0.1, 0.5));
        double[] levels = Statistics.decibels(Spectrogram.of(parts, 0.02, 0.02).band(500, 2000));
        assertThat(levels[10]).isLessThan(-100);
        assertThat(levels[11]).isLessThan(-100);
        assertThat(levels[40]).isGreaterThan(-25);
        assertThat(levels[41]).isGreaterThan(-25);
    }

    @Test
    void resampling_keepsAToneAndItsLevel() {
        Recording tone = Resampling.to22050(SIGNALS.sine(5000, 0.1, 1));
        assertThat(tone.sampleRate()).isEqualTo(22_050);
        Spectrogram spectrogram = Spectrogram.of(tone, 0.16, 0.1);
        double tonePower = Statistics.median(spectrogram.band(4980, 5020));
        double all = Statistics.median(spectrogram.band(50, 10_000));
        assertThat(Statistics.decibels(tonePower)).isEqualTo(Statistics.decibels(all), within(0.5));
    }

    @Test
    void noise_isAsFarBelowAsIsAsked() {
        Recording silent = SIGNALS.sine(1000, 0.1, 1);
        float[] noisy = Stress.noisy(silent, 10, 1).channel(0);
        double power = 0;
        for (int i = 0; i < noisy.length; i++) {
            double noise = noisy[i] - silent.channel(0)[i];
            power += noise * noise / noisy.length;
        }
        assertThat(Statistics.decibels(power)).isEqualTo(-23 - 10, within(0.2));
    }

    @Test
    void root_isFoundInTheChord() {
        Spectrogram chord = Spectrogram.of(SIGNALS.healthy(300, 0.05, 2), 0.16, 0.04);
        assertThat(ChordFeatures.roots(LogSpectrogram.of(chord))).containsOnly(LogSpectrogram.step(300));
    }
}
