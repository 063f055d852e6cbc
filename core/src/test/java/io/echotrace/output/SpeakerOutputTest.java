package io.echotrace.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echotrace.Attempts;
import io.echotrace.ear.SoundCardRecording;
import io.echotrace.ear.VirtualSoundCard;
import io.echotrace.needs.NeedsSoundServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NeedsSoundServer
@Isolated("lives in real time")
class SpeakerOutputTest {
    private static final int RATE = SoundCardRecording.SAMPLE_RATE_HZ;
    private static final int WINDOW = RATE / 100;
    private static final String LOST = "the sound device has stopped playing; waiting for it";

    @TempDir
    private Path folder;

    @Test
    void tone_isHeardWithoutAGap() throws Exception {
        Attempts.make(() -> {
            try (VirtualSoundCard card = VirtualSoundCard.start(folder);
                    ForkedJvm jvm = play(card.environment(), 15)) {
                SoundCardRecording recording = card.record();
                SoundCardRecording control = card.recordControl();
                assertThat(jvm.awaitExit()).isZero();
                assertThat(jvm.lines()).contains("playing: true", "stopped");
                double[] levels = levels(recording.stop(), 440);
                assertThat(secondsOfSound(levels)).isBetween(13.0, 17.0);
                // A starved machine tears holes that nobody can fill; a plain player has them, too.
                assertThat(secondsBelowFullLevel(levels))
                        .isLessThan(0.3 + secondsBelowFullLevel(levels(control.stop(), 440)));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate=44100 channels=1", "rate=96000 channels=2"})
    void cardOfAnotherFormat_isPlayed(String format) throws Exception {
        try (VirtualSoundCard card = VirtualSoundCard.start(folder, format);
                ForkedJvm jvm = play(card.environment(), 60)) {
            SoundCardRecording recording = card.record();
            await().atMost(30, TimeUnit.SECONDS).until(() -> secondsOfSound(levels(recording.left(), 440)) > 1);
            assertThat(jvm.lines()).containsExactly("playing: true");
        }
    }

    @Test
    void sound_returns_whenTheServerWasAway() throws Exception {
        try (VirtualSoundCard card = VirtualSoundCard.start(folder);
                ForkedJvm jvm = play(card.environment(), 60)) {
            await().atMost(20, TimeUnit.SECONDS).until(() -> jvm.lines().contains("playing: true"));
            card.kill();
            await().atMost(10, TimeUnit.SECONDS).until(() -> jvm.lines().contains(LOST));
            card.restart();
            SoundCardRecording recording = card.record();

            await().atMost(20, TimeUnit.SECONDS).until(() -> lastSounding(levels(recording.left(), 440)) > 0);
            assertThat(jvm.lines()).containsExactly("playing: true", LOST, "playing on the default device");
        }
    }

    @Test
    void missingDevice_isToldOnce_andEndsQuietly() throws Exception {
        Map<String, String> noCard =
                Map.of("ALSA_CONFIG_PATH", folder.resolve("none.conf").toString(), "PULSE_SERVER", "unix:/nowhere");
        try (ForkedJvm jvm = play(noCard, 2)) {
            assertThat(jvm.awaitExit()).isZero();
            assertThat(jvm.lines())
                    .containsSubsequence("no sound yet: no sound device", "playing: false", "stopped")
                    .filteredOn(line -> line.startsWith("no sound"))
                    .hasSize(1);
        }
    }

    @Test
    void runtimeWithoutJavaSound_isToldOnce_andEndsQuietly() throws Exception {
        List<String> options = List.of("--limit-modules", "java.base,java.management,jdk.management");
        try (ForkedJvm jvm = ForkedJvm.start(folder, Map.of(), options, program(2))) {
            assertThat(jvm.awaitExit()).isZero();
            assertThat(jvm.lines())
                    .containsSubsequence("no sound: no Java Sound in this runtime", "playing: false", "stopped")
                    .filteredOn(line -> line.startsWith("no sound"))
                    .hasSize(1);
        }
    }

    private ForkedJvm play(Map<String, String> environment, int seconds) throws Exception {
        return ForkedJvm.start(folder, environment, List.of(), program(seconds));
    }

    private static List<String> program(int seconds) {
        return List.of(SpeakerProgram.class.getName(), Integer.toString(seconds));
    }

    /** The amplitude of a tone in each hundredth of a second. */
    private static double[] levels(float[] samples, double hz) {
        double[] levels = new double[samples.length / WINDOW];
        for (int i = 0; i < levels.length; i++) {
            double cosine = 0;
            double sine = 0;
            for (int k = i * WINDOW; k < (i + 1) * WINDOW; k++) {
                cosine += samples[k] * Math.cos(2 * Math.PI * hz * k / RATE);
                sine += samples[k] * Math.sin(2 * Math.PI * hz * k / RATE);
            }
            levels[i] = 2 * Math.hypot(cosine, sine) / WINDOW;
        }
        return levels;
    }

    private static double secondsOfSound(double[] levels) {
        return (lastSounding(levels) - firstSounding(levels)) / 100.0;
    }

    private static double secondsBelowFullLevel(double[] levels) {
        int windows = 0;
        for (int i = firstSounding(levels); i <= lastSounding(levels); i++) {
            windows += levels[i] > 0.23 && levels[i] < 0.27 ? 0 : 1;
        }
        return windows / 100.0;
    }

    private static int firstSounding(double[] levels) {
        int i = 0;
        while (i < levels.length && levels[i] < 0.05) {
            i++;
        }
        return i;
    }

    private static int lastSounding(double[] levels) {
        int i = levels.length - 1;
        while (i >= 0 && levels[i] < 0.05) {
            i--;
        }
        return i;
    }
}
