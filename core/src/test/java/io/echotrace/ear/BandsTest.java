package io.echotrace.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BandsTest {
    private static final Signals SIGNALS = new Signals(24_000);

    @Test
    void level_isTheRootMeanSquare_ofTheSoundInTheBand() {
        Recording tones = Signals.mix(SIGNALS.sine(400, 1, 2), SIGNALS.sine(2000, 0.1, 2));

        assertThat(Bands.level(tones, 300, 500)).isCloseTo(-3.01, within(0.02));
        assertThat(Bands.level(tones, 1000, 3000)).isCloseTo(-23.01, within(0.02));
        assertThat(Bands.level(tones, 5000, 9000)).isLessThan(-90);
    }

    @Test
    void level_ofWhiteNoise_followsTheWidthOfTheBand() {
        Recording noise = SIGNALS.whiteNoise(0.1, 3, 5);

        assertThat(Bands.level(noise, 0, 12_000)).isCloseTo(-20, within(0.2));
        assertThat(Bands.level(noise, 3000, 6000)).isCloseTo(-26, within(0.3));
    }

    @Test
    void thirdOctaves_areEqual_inPinkNoise() {
        Map<Double, Double> levels = Bands.thirdOctaves(SIGNALS.pinkNoise(0.1, 3, 10));

        assertThat(levels).containsKey(1000.0).hasSize(24);
        double at1kHz = Bands.level(SIGNALS.pinkNoise(0.1, 3, 10), 891, 1122);
        levels.forEach((middle, level) -> {
            if (middle >= 100 && middle <= 4000) {
                assertThat(level).isCloseTo(at1kHz, within(2.0));
            }
        });
    }
}
