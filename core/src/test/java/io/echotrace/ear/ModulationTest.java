package io.echotrace.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ModulationTest {
    private static final Signals SIGNALS = new Signals(24_000);

    @Test
    void depth_isTheModulationIndex() {
        Recording tremolo = SIGNALS.sampled(
                3, t -> 0.1 * (1 + 0.4 * Math.sin(2 * Math.PI * 9 * t)) * Math.sin(2 * Math.PI * 2000 * t));

        Modulation modulation = Modulation.of(tremolo, 1000, 3000);

        assertThat(modulation.depth(8, 16)).isCloseTo(0.4, within(0.02));
        assertThat(modulation.total(8, 16)).isCloseTo(0.4, within(0.02));
        assertThat(modulation.strongestHz(2, 100)).isCloseTo(9, within(0.3));
        assertThat(modulation.depth(16, 100)).isLessThan(0.02);
    }

    @Test
    void depth_isThatOfTheBand() {
        Recording steady = SIGNALS.sine(500, 0.2, 3);
        Recording tremolo = SIGNALS.sampled(
                3, t -> 0.1 * (1 + 0.4 * Math.sin(2 * Math.PI * 9 * t)) * Math.sin(2 * Math.PI * 2000 * t));
        Recording both = Signals.mix(tremolo, steady);

        assertThat(Modulation.of(both, 1000, 3000).depth(8, 16)).isCloseTo(0.4, within(0.02));
        assertThat(Modulation.of(both, 200, 800).depth(8, 16)).isLessThan(0.02);
    }

    @Test
    void strongestHz_isTheGate_ofNoise() {
        Recording noise = SIGNALS.whiteNoise(0.2, 6, 4);
        Recording gate = SIGNALS.sampled(4, t -> 27 * t % 1 < 0.5 ? 1 : 0.05);
        Recording gated = SIGNALS.sampled(4, t -> noise.channel(0)[frame(t)] * gate.channel(0)[frame(t)]);

        assertThat(Modulation.of(gated, 60, 190).strongestHz(5, 100)).isCloseTo(27, within(0.5));
        assertThat(Modulation.of(gated, 60, 190).depth(22, 33))
                .isGreaterThan(3 * Modulation.of(noise, 60, 190).depth(22, 33));
    }

    @Test
    void depth_isZero_inSilence() {
        assertThat(Modulation.of(SIGNALS.silence(1), 1000, 3000).depth(8, 16)).isZero();
    }

    private static int frame(double seconds) {
        return (int) Math.round(seconds * SIGNALS.sampleRate());
    }
}
