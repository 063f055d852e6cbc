package io.echotrace.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClicksTest {
    @ParameterizedTest
    @ValueSource(ints = {16_000, 24_000, 48_000})
    void clicks_areTheBordersOfSegments_whosePhaseStartsAnew(int sampleRate) {
        Signals signals = new Signals(sampleRate);
        Recording segments = signals.silence(0);
        List<Double> borders = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            double f0 = 203 + 11.3 * k; // never whole periods in 0.1 s
            segments = Signals.join(segments, signals.healthy(f0, 0.05, 0.1));
            borders.add(0.1 * (k + 1));
        }
        List<Clicks.Click> clicks = Clicks.in(Signals.dithered(segments, 1));

        assertThat(clicks).hasSizeBetween(16, 19);
        assertThat(clicks)
                .allSatisfy(click -> assertThat(borders)
                        .anySatisfy(border -> assertThat(click.at()).isCloseTo(border, within(0.001))));
    }

    @ParameterizedTest
    @CsvSource({"16000", "24000", "48000"})
    void clicks_areNone_inSoundsThatMoveFastButSmoothly(int sampleRate) {
        Signals signals = new Signals(sampleRate);
        Recording bed = signals.healthy(300, 0.05, 4);
        Recording plucks = signals.plucks(2400, 0.1, 4, 0.3, 0.51, 0.77, 1.2, 1.9, 2.6, 3.3);
        Recording blocks = signals.silence(4);
        for (double at = 0.4; at < 4; at += 0.37) {
            blocks = Signals.mixAt(blocks, at, woodBlock(signals, 0.2));
        }
        assertThat(Clicks.in(Signals.dithered(bed, 1))).isEmpty();
        assertThat(Clicks.in(Signals.dithered(plucks, 1))).isEmpty();
        assertThat(Clicks.in(Signals.dithered(blocks, 1))).isEmpty();
        assertThat(Clicks.in(Signals.dithered(Signals.mix(bed, plucks, blocks), 1)))
                .isEmpty();
    }

    @Test
    void clicks_areNone_inNoise() {
        Signals signals = new Signals(24_000);

        assertThat(Clicks.in(signals.whiteNoise(0.1, 1, 5))).isEmpty();
        assertThat(Clicks.in(signals.pinkNoise(0.1, 1, 5))).isEmpty();
    }

    @Test
    void clicks_haveThePlaceAndTheHeightOfTheJump() {
        Signals signals = new Signals(24_000);
        Recording bed = signals.healthy(300, 0.05, 2);
        Recording torn = Signals.mix(bed, signals.sampled(2, t -> t < 1.25 ? 0 : 0.02));

        List<Clicks.Click> clicks = Clicks.in(Signals.stereo(bed, torn));

        assertThat(clicks).hasSize(1);
        assertThat(clicks.get(0).at()).isCloseTo(1.25, within(0.0002));
        assertThat(clicks.get(0).jump()).isCloseTo(0.02, within(0.004));
    }

    /** 2.75 kHz and 1.16 kHz with a decay of 7 ms, after a rise of 1 ms without corners. */
    private static Recording woodBlock(Signals signals, double amplitude) {
        return signals.sampled(0.1, t -> {
            double rise = t < 0.001 ? Math.pow(Math.sin(Math.PI / 2 * t / 0.001), 2) : 1;
            double tones = Math.sin(2 * Math.PI * 2750 * t) + 0.5 * Math.sin(2 * Math.PI * 1160 * t);
            return amplitude * rise * Math.exp(-t / 0.007) * tones;
        });
    }
}
