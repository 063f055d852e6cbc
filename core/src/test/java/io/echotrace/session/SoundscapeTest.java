package io.echotrace.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.ear.Clicks;
import io.echotrace.ear.Dissonance;
import io.echotrace.ear.Flatness;
import io.echotrace.ear.Loudness;
import io.echotrace.ear.Onsets;
import io.echotrace.ear.Pitch;
import io.echotrace.ear.Recording;
import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The original's four mappings, from a list of values, told from the WAV alone. */
class SoundscapeTest {
    private static final Metric[] FOUR = {
        Metrics.SYSTEM_CPU, Metrics.NETWORK_RECEIVE, Metrics.SYSTEM_MEMORY, Metrics.OWN_SCORE
    };

    @TempDir
    Path folder;

    @Test
    void eachRow_soundsForOneInterval() throws IOException {
        Soundscape soundscape = Soundscape.of(FOUR);
        for (int i = 0; i < 40; i++) {
            soundscape.add(0.3, 50e3, 0.4, 0);
        }
        RenderedSound sound = soundscape.writeWav(wav());
        assertThat(sound.seconds()).isEqualTo(4);
        assertThat(Recording.of(wav()).duration()).isEqualTo(4);
        soundscape
                .intervalSeconds(0.25)
                .sound(SoundOptions.DEFAULT.withWav(16_000, 1))
                .writeWav(wav());
        Recording slower = Recording.of(folder.resolve("list-2.wav").toFile());
        assertThat(slower.duration()).isEqualTo(10);
        assertThat(slower.sampleRate()).isEqualTo(16_000);
    }

    @Test
    void sound_isThereFromTheFirstRow_withoutAClick() throws IOException {
        Recording recording = steady(20, 0.3, 50e3, 0.4, 0);
        assertThat(Loudness.maxMomentary(recording.slice(0.1, 0.6)))
                .isEqualTo(Loudness.maxMomentary(recording.slice(1.4, 1.9)), within(1.5));
        assertThat(Clicks.in(recording)).isEmpty();
    }

    @Test
    void cpuIsPitch_networkIsPulse_memoryIsLoudness() throws IOException {
        Recording low = steady(60, 0.25, 10e3, 0.2, 0).slice(1, 6);
        Recording high = steady(60, 0.75, 10e6, 0.8, 0).slice(1, 6);
        assertThat(Pitch.f0(low)).isEqualTo(200 * Math.pow(4, 0.25), within(3.0));
        assertThat(Pitch.f0(high)).isEqualTo(200 * Math.pow(4, 0.75), within(5.0));
        assertThat(Onsets.in(high, 900, 3200).rate())
                .isGreaterThan(2 * Onsets.in(low, 900, 3200).rate());
        assertThat(Loudness.integrated(high) - Loudness.integrated(low)).isBetween(6.0, 11.0);
    }

    @Test
    void scoreIsDissonance_andFromSixTenthsNoise() throws IOException {
        Recording health = steady(60, 0.5, 0, 0.5, 0.2).slice(2, 6);
        Recording unusual = steady(60, 0.5, 0, 0.5, 0.5).slice(2, 6);
        Recording wrong = steady(60, 0.5, 0, 0.5, 0.8).slice(2, 6);
        assertThat(Dissonance.of(unusual)).isGreaterThan(2 * Dissonance.of(health));
        assertThat(Flatness.of(unusual)).isLessThan(1e-3);
        assertThat(Flatness.of(wrong)).isGreaterThan(0.02);
    }

    @Test
    void rowThatDoesNotFit_andSoundscapeWithoutRows_areRefused() {
        Soundscape empty = Soundscape.of(FOUR);
        assertThatThrownBy(() -> empty.add(0.5, 1e3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 values for 4 metrics");
        assertThatThrownBy(() -> empty.writeWav(wav()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("at least one row");
        assertThatThrownBy(() -> empty.intervalSeconds(0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(wav()).doesNotExist();
    }

    private Recording steady(int rows, double... values) throws IOException {
        Soundscape soundscape = Soundscape.of(FOUR);
        for (int i = 0; i < rows; i++) {
            soundscape.add(values);
        }
        return Recording.of(soundscape.writeWav(wav()).files().get(0));
    }

    private File wav() {
        return folder.resolve("list.wav").toFile();
    }
}
