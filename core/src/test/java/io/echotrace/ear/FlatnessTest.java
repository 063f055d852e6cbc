package io.echotrace.ear;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatnessTest {
    @ParameterizedTest
    @ValueSource(ints = {16_000, 24_000, 48_000})
    void flatness_tellsNoiseFromTones(int sampleRate) {
        Signals signals = new Signals(sampleRate);
        Recording bed = signals.healthy(300, 0.05, 1.5);
        Recording noisy = Signals.mix(bed, signals.pinkNoise(0.019, 4, 1.5));

        assertThat(Flatness.of(signals.whiteNoise(0.1, 4, 1.5))).isGreaterThan(0.9);
        assertThat(Flatness.of(noisy)).isBetween(0.02, 0.5);
        assertThat(Flatness.of(Signals.dithered(bed, 1))).isLessThan(1e-3);
        assertThat(Flatness.of(bed)).isLessThan(1e-3);
    }

    @Test
    void flatness_takesStrokesForNoNoise() {
        Signals signals = new Signals(24_000);
        Recording clicks = signals.sampled(1.5, t -> Math.round(t * 24_000) % 12_000 == 7 ? 0.3 : 0);

        assertThat(Flatness.of(Signals.mix(signals.healthy(300, 0.05, 1.5), clicks)))
                .isLessThan(1e-3);
    }

    @Test
    void flatness_isZero_inSilence() {
        assertThat(Flatness.of(new Signals(24_000).silence(1))).isZero();
    }
}
