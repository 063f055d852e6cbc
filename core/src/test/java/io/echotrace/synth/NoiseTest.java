package io.echotrace.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.ear.Bands;
import io.echotrace.ear.Recording;
import io.echotrace.ear.TruePeak;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Noises are where and as loud as they say, at every sample rate. */
class NoiseTest {
    @ParameterizedTest
    @CsvSource({"16000, 60, 190", "48000, 60, 190", "16000, 300, 600", "48000, 2000, 4000", "16000, 5000, 9000"})
    void bandNoise_isOfItsBand_andOfLevelOne(int sampleRateHz, double lowHz, double highHz) {
        Recording noise = render(sampleRateHz, new BandNoise(sampleRateHz, lowHz, highHz, 7)::render);
        assertThat(Bands.level(noise, 0, sampleRateHz)).isCloseTo(0, within(0.3));
        assertThat(Bands.level(noise, lowHz / 1.2, highHz * 1.2)).isCloseTo(0, within(0.5));
        assertThat(Bands.level(noise, 0, lowHz / 2)).isLessThan(-20);
        assertThat(Bands.level(noise, 2 * highHz, sampleRateHz)).isLessThan(-20);
    }

    @ParameterizedTest
    @CsvSource({"16000, 1300, 1900", "48000, 1300, 1900", "16000, 7000, 7840", "48000, 7000, 9500"})
    void evenNoise_isOfItsBand_andHasNoPeaks(int sampleRateHz, double lowHz, double highHz) {
        Recording noise = render(sampleRateHz, new EvenNoise(sampleRateHz, lowHz, highHz, 7)::render);
        double level = Bands.level(noise, 0, sampleRateHz);
        assertThat(level).isCloseTo(-3, within(0.1)); // that of a sine
        assertThat(TruePeak.dbtp(noise.slice(0.1, 3.9))).isLessThan(1);
        assertThat(Bands.level(noise, lowHz, highHz)).isCloseTo(level, within(0.9));
        double middleHz = (lowHz + highHz) / 2;
        assertThat(Bands.level(noise, middleHz - 20, middleHz + 20)).isLessThan(level - 8); // it is no tone
    }

    private static Recording render(int sampleRateHz, Consumer<float[]> noise) {
        float[] samples = new float[sampleRateHz / Block.FRAMES * 20 * Block.FRAMES];
        float[] block = new float[Block.FRAMES];
        for (int i = 0; i < samples.length; i += Block.FRAMES) {
            noise.accept(block);
            System.arraycopy(block, 0, samples, i, Block.FRAMES);
        }
        return Recording.of(sampleRateHz, samples);
    }
}
