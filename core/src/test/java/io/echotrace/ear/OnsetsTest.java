package io.echotrace.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnsetsTest {
    private static final Signals SIGNALS = new Signals(24_000);
    private static final double SECONDS = 4;

    @ParameterizedTest
    @CsvSource({"1,200", "2.37,317", "4.99,400", "7.1,251.3", "10,613", "10,800", "3,800"})
    void rate_isThatOfThePlucks_overTheBed(double rate, double f0) {
        double[] instants = regular(rate);
        Recording all = withBed(f0, 0.05, instants);

        Onsets onsets = Onsets.in(all, 900, 3200);

        assertThat(onsets.instants()).hasSameSizeAs(instants);
        assertThat(onsets.rate()).isCloseTo(rate, within(0.01 * rate));
        assertThat(onsets.variation()).isLessThan(0.01);
    }

    @ParameterizedTest
    @CsvSource({"0.02", "0.05", "0.2"})
    void instants_areExact_forSoftAndLoudPlucks(double amplitude) {
        double[] instants = regular(4);

        double[] found = Onsets.in(withBed(300, amplitude, instants), 900, 3200).instants();

        assertThat(found).hasSameSizeAs(instants);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i] - instants[i]).isBetween(0.0, 0.006);
        }
    }

    @Test
    void rate_isThatOfThePlucks_underPinkNoise() {
        double[] instants = regular(5);
        Recording all = Signals.mix(withBed(300, 0.08, instants), SIGNALS.pinkNoise(0.019, 3, SECONDS));

        Onsets onsets = Onsets.in(all, 900, 3200);

        assertThat(onsets.rate()).isCloseTo(5, within(0.1));
    }

    @Test
    void rate_isThatOfThePlucks_overARoughAndBeatingBed() {
        double[] instants = regular(3.3);
        Recording rough =
                Signals.mix(SIGNALS.tone(335, 6, 7.5, 0.05, SECONDS), SIGNALS.tone(451.3, 6, 7.5, 0.05, SECONDS));

        Onsets onsets = Onsets.in(Signals.mix(withBed(300, 0.08, instants), rough), 900, 3200);

        assertThat(onsets.rate()).isCloseTo(3.3, within(0.033));
    }

    @Test
    void variation_isThatOfTheIntervals() {
        Random random = new Random(5);
        double[] instants = regular(4);
        for (int i = 0; i < instants.length; i++) {
            instants[i] += 0.25 * 0.3 * (2 * random.nextDouble() - 1);
        }
        Onsets onsets = Onsets.in(withBed(300, 0.08, instants), 900, 3200);

        double[] intervals = IntStream.range(1, instants.length)
                .mapToDouble(i -> instants[i] - instants[i - 1])
                .toArray();
        assertThat(onsets.intervals()).containsExactly(intervals, within(0.003));
        assertThat(onsets.variation()).isBetween(0.15, 0.4);
    }

    @Test
    void onsets_areNone_inASteadyBedAndInSilence() {
        assertThat(Onsets.in(withBed(300, 0.08), 900, 3200).instants()).isEmpty();
        assertThat(Onsets.in(SIGNALS.silence(2), 900, 3200).instants()).isEmpty();
    }

    @Test
    void onsets_areThoseOfTheBand() {
        Recording pulse = withBed(300, 0.08, regular(2));
        Recording blocks = SIGNALS.silence(SECONDS);
        for (double at = 0.73; at < SECONDS; at += 1.1) {
            blocks = Signals.mixAt(blocks, at, woodBlock(0.08));
        }

        double[] found = Onsets.in(Signals.mix(pulse, blocks), 2600, 2900).instants();

        assertThat(found).containsExactly(new double[] {0.73, 1.83, 2.93}, within(0.004));
    }

    private static Recording withBed(double f0, double amplitude, double... instants) {
        Recording bed = SIGNALS.healthy(f0, 0.05, SECONDS);
        return Signals.dithered(Signals.mix(bed, SIGNALS.plucks(3 * f0, amplitude, SECONDS, instants)), 1);
    }

    private static Recording woodBlock(double amplitude) {
        return SIGNALS.sampled(
                0.1, t -> amplitude * Math.min(1, t / 0.001) * Math.exp(-t / 0.007) * Math.sin(2 * Math.PI * 2750 * t));
    }

    private static double[] regular(double rate) {
        return IntStream.range(0, (int) ((SECONDS - 0.3) * rate))
                .mapToDouble(i -> 0.123 + i / rate)
                .toArray();
    }
}
