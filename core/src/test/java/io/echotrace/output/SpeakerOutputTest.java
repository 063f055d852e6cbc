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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsSoundServer
class SpeakerOutputTest {
    private static final int RATE = SoundCardRecording.SAMPLE_RATE_HZ;
    private static final int WINDOW = RATE / 100;

    @TempDir
    private Path folder;

    @Test
    void tone_isHeardWithoutAGap() throws Exception {
        Attempts.make(() -> {
            try (VirtualSoundCard card = VirtualSoundCard.start(folder);
                    ForkedJvm jvm = play(card.environment(), 15)) {
                SoundCardRecording recording = card.record();
                assertThat(jvm.awaitExit()).isZero();
                assertThat(jvm.lines()).contains("playing: true", "stopped");
                assertSteadyTone(levels(recording.stop(), 440));
            }
        });
    }

    private static void assertSteadyTone(double[] levels) {
        int first = firstSounding(levels);
        int last = lastSounding(levels);
        assertThat((last - first) / 100.0).as("seconds of sound").isBetween(14.0, 17.0);
        assertThat(secondsBelowFullLevel(levels, first, last)).isLessThan(0.3);
    }

    @Test
    void sound_returns_whenTheServerWasAway() throws Exception {
        try (VirtualSoundCard card = VirtualSoundCard.start(folder);
                ForkedJvm jvm = play(card.environment(), 12)) {
            await().atMost(20, TimeUnit.SECONDS).until(() -> jvm.lines().contains("playing: true"));
            card.kill();
            await().atMost(10, TimeUnit.SECONDS).until(() -> jvm.lines().size() > 1);
            card.restart();
            SoundCardRecording recording = card.record();

            await().atMost(10, TimeUnit.SECONDS).until(() -> lastSounding(levels(recording.left(), 440)) > 0);
            assertThat(jvm.awaitExit()).isZero();
            assertThat(jvm.lines())
                    .filteredOn(line -> line.contains("stopped playing"))
                    .hasSize(1);
        }
    }

    @Test
    void missingDevice_isToldOnce_andEndsQuietly() throws Exception {
        Map<String, String> noCard =
                Map.of("ALSA_CONFIG_PATH", folder.resolve("none.conf").toString(), "PULSE_SERVER", "unix:/nowhere");
        try (ForkedJvm jvm = play(noCard, 2)) {
            assertThat(jvm.awaitExit()).isZero();
            assertThat(jvm.lines())
                    .containsSubsequence("no sound: no sound device", "playing: false", "stopped")
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

    @Test
    void device_isGivenBack_whenTheSoundFails() {
        FakeLine line = new FakeLine(1);
        FakeSource broken = FakeSource.of(FakeLine.RATE, frame -> {
            throw new IllegalStateException("broken");
        });
        List<String> trouble = new CopyOnWriteArrayList<>();
        SpeakerOutput output =
                new SpeakerOutput("fake", () -> (rate, millis) -> line, rate -> broken, line::nanos, trouble::add);
        output.start();
        await().until(line::isClosed);
        output.stop(0, TimeUnit.SECONDS.toNanos(10));
        assertThat(trouble).containsExactly("no sound: java.lang.IllegalStateException: broken");
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

    private static double secondsBelowFullLevel(double[] levels, int first, int last) {
        int windows = 0;
        for (int i = first; i <= last; i++) {
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
