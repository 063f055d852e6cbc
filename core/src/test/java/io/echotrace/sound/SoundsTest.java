package io.echotrace.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.ear.Clicks;
import io.echotrace.ear.Flatness;
import io.echotrace.ear.Modulation;
import io.echotrace.ear.Partial;
import io.echotrace.ear.Partials;
import io.echotrace.ear.Recording;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundsTest {
    private static final Sounds SOUNDS = new Sounds();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {16_000, 24_000, 44_100, 48_000})
    void tone_isOnePartial_asLongAndAsStrongAsAsked_atEveryRate(int rate) {
        Sound tone = new Sounds(rate).tone(440, 1, 0.3);
        assertThat(tone.seconds()).isEqualTo(1);
        assertThat(tone.sampleRateHz()).isEqualTo(rate);
        assertThat(peak(tone)).isEqualTo(0.3, within(0.001));
        List<Partial> partials = Partials.of(recording(tone).slice(0.1, 0.9));
        assertThat(partials).hasSize(1);
        assertThat(partials.get(0).hz()).isEqualTo(440, within(0.1));
        assertThat(partials.get(0).amplitude()).isEqualTo(0.3, within(0.005));
    }

    @Test
    void chord_isRootThirdAndFifth_inJustIntonation() {
        Sound chord = SOUNDS.chord(240, 1, 0.6);
        assertThat(Partials.of(recording(chord).slice(0.1, 0.9)))
                .extracting(partial -> (double) Math.round(partial.hz()))
                .containsExactly(240.0, 300.0, 360.0);
        assertThat(peak(chord)).isBetween(0.4, 0.6);
    }

    @Test
    void chordOfGivenRatios_hasThese() {
        Sound fifth = SOUNDS.chord(200, 1, 0.5, 1, 1.5, 2);
        assertThat(Partials.of(recording(fifth).slice(0.1, 0.9)))
                .extracting(partial -> (double) Math.round(partial.hz()))
                .containsExactly(200.0, 300.0, 400.0);
    }

    @Test
    void pulse_swellsAtItsRate_downToSilence() {
        Sound pulse = SOUNDS.pulse(440, 4, 2, 0.5);
        Modulation modulation = Modulation.of(recording(pulse), 300, 600);
        assertThat(modulation.strongestHz(1, 20)).isEqualTo(4, within(0.1));
        assertThat(modulation.depth(1, 20)).isEqualTo(1, within(0.05));
        assertThat(peak(pulse)).isEqualTo(0.5, within(0.01));
    }

    @Test
    void noise_isWhite_withinItsAmplitude_andAlwaysTheSame() {
        Sound noise = SOUNDS.noise(2, 0.25);
        assertThat(Flatness.of(recording(noise), 100, 20_000)).isGreaterThan(0.9);
        assertThat(peak(noise)).isBetween(0.24, 0.25);
        assertThat(SOUNDS.noise(2, 0.25).samples()).isEqualTo(noise.samples());
    }

    static Stream<Sound> sounds() {
        return Stream.of(
                SOUNDS.tone(1000, 0.5, 0.9),
                SOUNDS.chord(330, 0.5, 0.9),
                SOUNDS.pulse(330, 7, 0.5, 0.9),
                SOUNDS.tone(1000, 0.012, 0.9));
    }

    /** Silence around it, so that the edges are listened to as well. */
    @ParameterizedTest
    @MethodSource("sounds")
    void sound_clicksNowhere_alsoNotAtItsEdges(Sound sound) {
        float[] samples = sound.samples();
        float[] inSilence = new float[samples.length + 9600];
        System.arraycopy(samples, 0, inSilence, 4800, samples.length);
        assertThat(Clicks.in(Recording.of(48_000, inSilence))).isEmpty();
        assertThat(samples[0]).isZero();
        assertThat(samples[samples.length - 1]).isZero();
    }

    @Test
    void fades_takeTenMilliseconds() {
        float[] samples = SOUNDS.noise(0.1, 1).samples();
        assertThat(Math.abs(samples[24])).isLessThan(0.03f);
        double rms = 0;
        for (int i = 480; i < samples.length - 480; i++) {
            rms += samples[i] * samples[i] / (samples.length - 960.0);
        }
        assertThat(rms).isEqualTo(1 / 3.0, within(0.02));
    }

    @Test
    void wav_holdsTheSamples_andOverwritesNothing() throws IOException {
        Sound tone = new Sounds(22_050).tone(440, 0.1234, 0.5);
        File wav = folder.resolve("sounds/tone.wav").toFile();
        assertThat(tone.writeWav(wav)).isEqualTo(wav);
        assertThat(tone.writeWav(wav)).hasName("tone-2.wav");
        Recording read = Recording.of(wav);
        assertThat(read.sampleRate()).isEqualTo(22_050);
        assertThat(read.channelCount()).isEqualTo(1);
        assertThat(read.frames()).isEqualTo(tone.samples().length);
        assertThat(read.channel(0)).containsExactly(tone.samples(), within(2f / 32768));
    }

    @Test
    void soundOfOnesOwnSamples_isWrittenLikeAny() throws IOException {
        float[] samples = SOUNDS.tone(440, 0.1, 0.5).samples();
        Sound own = new Sound(samples, 48_000);
        samples[1000] = 7;
        assertThat(own.samples()[1000]).isLessThanOrEqualTo(0.5f);
        assertThat(own.writeWav(folder.resolve("own.wav").toFile())).exists();
    }

    @Test
    void whatCannotBeMade_isNamed() {
        assertRefused(() -> new Sounds(8_000), "sample rate must be 16000");
        assertRefused(() -> SOUNDS.tone(30_000, 1, 0.5), "frequency must be above 0 and below 24000 Hz, is 30000.0");
        assertRefused(() -> SOUNDS.chord(10_000, 1, 0.5, 1, 3), "is 30000.0");
        assertRefused(() -> SOUNDS.tone(440, -1, 0.5), "duration in seconds");
        assertRefused(() -> SOUNDS.tone(440, Double.NaN, 0.5), "duration in seconds");
        assertRefused(() -> SOUNDS.noise(1, 1.5), "amplitude must be 0.0…1.0, is 1.5");
        assertRefused(() -> SOUNDS.pulse(440, 500, 1, 0.5), "pulse rate");
    }

    private static void assertRefused(ThrowingCallable call, String words) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(words);
    }

    private static Recording recording(Sound sound) {
        return Recording.of(sound.sampleRateHz(), sound.samples());
    }

    private static double peak(Sound sound) {
        double peak = 0;
        for (float sample : sound.samples()) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }
}
