package io.echotrace.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Unit generators against what they stand for. */
class UnitGeneratorsTest {
    private static final int RATE = 48_000;

    @Test
    void sine_isThatOfMath_toSevenDigits() {
        float[] cycles = new float[Block.FRAMES];
        float[] out = new float[Block.FRAMES];
        for (int block = 0; block < 100; block++) {
            for (int i = 0; i < Block.FRAMES; i++) {
                cycles[i] = (block * Block.FRAMES + i) / 1_600f - 2;
            }
            Sine.render(cycles, 0, out);
            for (int i = 0; i < Block.FRAMES; i++) {
                assertThat((double) out[i]).isCloseTo(Math.sin(2 * Math.PI * cycles[i]), within(5e-7));
            }
        }
    }

    @Test
    void harmonicSeries_isTheSumOfItsSines_andCosines() {
        HarmonicSeries series = new HarmonicSeries(5);
        double[] amplitudes = {0.5, 0, 0.25, 0.1, 0.3};
        for (int k = 1; k <= 5; k++) {
            series.amplitude(k, amplitudes[k - 1]);
        }
        float[] cycles = new float[Block.FRAMES];
        new Phase(RATE).render(1_234, cycles);
        float[] sines = new float[Block.FRAMES];
        float[] cosines = new float[Block.FRAMES];
        series.render(cycles); // the amplitudes move there
        series.render(cycles);
        series.sines(sines);
        series.cosines(cosines);
        for (int i = 0; i < Block.FRAMES; i++) {
            double sine = 0;
            double cosine = 0;
            for (int k = 1; k <= 5; k++) {
                sine += amplitudes[k - 1] * Math.sin(2 * Math.PI * k * cycles[i]);
                cosine += amplitudes[k - 1] * Math.cos(2 * Math.PI * k * cycles[i]);
            }
            assertThat((double) sines[i]).isCloseTo(sine, within(1e-4));
            assertThat((double) cosines[i]).isCloseTo(cosine, within(1e-4));
        }
    }

    @Test
    void phase_isContinuous_andStaysExact() {
        Phase phase = new Phase(RATE);
        float[] cycles = new float[Block.FRAMES];
        for (int block = 0; block < 100_000; block++) {
            phase.render(441, cycles);
        }
        double expected = 441.0 * Block.FRAMES * 100_000 / RATE;
        assertThat(cycles[Block.FRAMES - 1] - Math.floor(cycles[Block.FRAMES - 1]))
                .isCloseTo(expected - Math.floor(expected), within(1e-5));
    }

    @Test
    void steadyTone_isItsSine_alsoAfterAnHour() {
        SteadyTone tone = new SteadyTone(RATE, 441.3);
        float[] out = new float[Block.FRAMES];
        int blocks = 3_600 * RATE / Block.FRAMES;
        for (int block = 0; block < blocks; block++) {
            Arrays.fill(out, 0);
            tone.add(0.5f, out);
        }
        for (int i = 0; i < Block.FRAMES; i++) {
            double cycles = 441.3 * ((blocks - 1.0) * Block.FRAMES + i + 1) / RATE;
            assertThat((double) out[i]).isCloseTo(0.5 * Math.sin(2 * Math.PI * cycles), within(1e-6));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.004, 0.035", "0.004, 0.007", "0.008, 0.36"})
    void strikeEnvelope_peaksAfterItsAttack_atItsLevel(double attack, double decay) {
        StrikeEnvelope envelope = new StrikeEnvelope(RATE, attack, decay);
        envelope.strike(10, 0.7, 1);
        float peak = 0;
        int at = 0;
        for (int frame = 0; !envelope.silent(); frame++) {
            float gain = envelope.gains()[frame % Block.FRAMES];
            if (gain > peak) {
                peak = gain;
                at = frame;
            }
            if (frame % Block.FRAMES == Block.FRAMES - 1) {
                envelope.advance();
            }
        }
        assertThat(peak).isCloseTo(0.7f, within(1e-4f));
        assertThat((at - 10) / (double) RATE).isCloseTo(attack, within(2e-4));
    }

    @Test
    void strikes_neverExceedTheirMost() {
        StrikeEnvelope envelope = new StrikeEnvelope(RATE, 0.004, 0.035);
        for (int block = 0; block < 1_000; block++) {
            envelope.strike(block % Block.FRAMES, 0.8, 1);
            for (float gain : envelope.gains()) {
                assertThat(gain).isBetween(-1e-6f, 1.1f);
            }
            envelope.advance();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.49, 0.8, 3})
    void limiter_keepsTheCeiling_andLeavesAloneWhatIsBelow(double burst) {
        Limiter limiter = new Limiter(0.5, 0.2, RATE);
        Block now = tone(0, 0.1);
        for (int i = 1; i < 400; i++) {
            Block next = tone(i, i % 100 == 50 ? burst : 0.1);
            float before = now.left()[20];
            limiter.limit(now, next);
            for (float sample : now.left()) {
                assertThat(Math.abs(sample)).isLessThanOrEqualTo(0.500001f);
            }
            if (burst < 0.5) {
                assertThat(now.left()[20]).isEqualTo(before);
            }
            now = next;
        }
    }

    @Test
    void kWeighting_isThatOfTheStandard() {
        assertThat(20 * Math.log10(KWeighting.gain(997))).isCloseTo(0.691, within(0.02));
        assertThat(20 * Math.log10(KWeighting.gain(8_000))).isCloseTo(4.0, within(0.1));
        assertThat(KWeighting.gain(38)).isCloseTo(Math.sqrt(0.25), within(0.02));
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 48_000})
    void pinkNoise_hasUnitPower(int rate) {
        PinkNoise noise = new PinkNoise(rate, 7);
        float[] block = new float[Block.FRAMES];
        double power = 0;
        for (int i = 0; i < 20_000; i++) {
            noise.render(block);
            for (float sample : block) {
                power += sample * sample;
            }
        }
        assertThat(power / (20_000 * Block.FRAMES)).isCloseTo(1, within(0.02));
    }

    private static Block tone(int block, double amplitude) {
        Block tone = new Block();
        for (int i = 0; i < Block.FRAMES; i++) {
            float sample = (float) (amplitude * Math.sin(0.3 * (block * Block.FRAMES + i)));
            tone.left()[i] = sample;
            tone.right()[i] = -sample;
        }
        return tone;
    }
}
