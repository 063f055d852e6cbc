package io.echotrace.it.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echotrace.Attempts;
import io.echotrace.ear.Holes;
import io.echotrace.ear.Recording;
import io.echotrace.ear.SoundCardRecording;
import io.echotrace.ear.VirtualSoundCard;
import io.echotrace.it.host.Idle;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.Outcome;
import io.echotrace.it.jvm.TargetJvm;
import io.echotrace.needs.NeedsSoundServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The sound server dies, comes back, hangs and goes on; the host sleeps: what is heard, and what is recorded meanwhile. */
@NeedsSoundServer
@Isolated("measures time")
class SoundLossIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** So long must sound last without a hole to count as sound. */
    private static final double STEADY_SECONDS = 0.3;

    private static final double SHORTEST_HOLE_SECONDS = 0.005;
    private static final double MOST_SECONDS_TO_RETURN = 2;
    private static final long HOST_ASLEEP_MILLIS = 5_000;

    @TempDir
    Path folder;

    @Test
    void sound_isBackWithinTwoSeconds_andTheRecordingKnowsNothing() throws Exception {
        Attempts.make(() -> {
            Path attempt = Files.createTempDirectory(folder, "attempt");
            Outcome outcome = sufferEverything(attempt);
            assertThat(outcome.exitCode()).as(outcome.stderr()).isZero();
            assertThat(outcome.stderr().lines().map(line -> line.replaceAll("^echotrace [^:]*: ", "")))
                    .as("one line for the first loss and one for the return, none for those soon after")
                    .containsExactly(
                            "playing and recording to run.wav",
                            "the sound device has stopped playing; waiting for it",
                            "playing on the default device");
            assertRecordingIsComplete(attempt);
        });
    }

    private static Outcome sufferEverything(Path attempt) throws Exception {
        try (VirtualSoundCard card = VirtualSoundCard.start(attempt);
                TargetJvm host = SoundCardHosts.on(card, attempt)
                        .agent("live=on,wav=run.wav")
                        .start(Idle.class)) {
            awaitSound(card.record());

            card.kill();
            await().atMost(PATIENCE).until(() -> host.stderr().contains("stopped playing"));
            card.restart();
            SoundCardRecording recording = card.record();
            assertBackInTime("restarted", card, recording);

            card.suspend();
            await().pollDelay(Duration.ofSeconds(1)).until(() -> true); // three times as long as it takes to notice
            card.resume();
            assertBackInTime("continued", card, recording);

            signal(host, "STOP");
            await().pollDelay(Duration.ofMillis(HOST_ASLEEP_MILLIS)).until(() -> true);
            signal(host, "CONT");
            Instant awake = Instant.now();
            assertInTime("host awake", awake, awaitSound(recording));

            host.process().getOutputStream().close();
            return host.awaitEnd();
        }
    }

    private static void assertBackInTime(String what, VirtualSoundCard card, SoundCardRecording recording)
            throws IOException {
        assertInTime(what, card.upSince(), awaitSound(recording));
    }

    private static void assertInTime(String what, Instant from, Instant heard) {
        double seconds = Duration.between(from, heard).toMillis() / 1e3 - STEADY_SECONDS;
        System.out.printf("sound server %s: heard after %.2f s%n", what, seconds);
        assertThat(seconds).as(what).isLessThan(MOST_SECONDS_TO_RETURN);
    }

    /** Returns when the newest sound is steady. */
    private static Instant awaitSound(SoundCardRecording recording) throws IOException {
        double known = recording.seconds();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> isSteady(recording, known));
        return Instant.now();
    }

    private static boolean isSteady(SoundCardRecording recording, double fromSeconds) throws IOException {
        float[] left = recording.left();
        Recording all = Recording.of(SoundCardRecording.SAMPLE_RATE_HZ, left);
        double end = all.duration();
        return end - STEADY_SECONDS >= fromSeconds
                && Holes.in(all.slice(end - STEADY_SECONDS, end), SHORTEST_HOLE_SECONDS)
                        .isEmpty();
    }

    private static void signal(TargetJvm host, String name) throws IOException {
        String pid = Long.toString(host.process().pid());
        new ProcessBuilder("kill", "-" + name, pid).start().onExit().join();
    }

    /** As long as the run, and bit for bit what its measurements render to: no trace of the speaker's troubles. */
    private static void assertRecordingIsComplete(Path attempt) throws IOException {
        Outcome render = new JvmLauncher(Jdks.running(), attempt).commandLine("render", "run.csv", "-o", "again.wav");
        assertThat(render.exitCode()).as(render.stderr()).isZero();
        byte[] recorded = DataChunk.of(attempt.resolve("run.wav"));
        List<String> rows = Files.readAllLines(attempt.resolve("run.csv"));
        String last = rows.get(rows.size() - 1);
        double seconds = Double.parseDouble(last.substring(0, last.indexOf(',')));
        assertThat(recorded.length / 4).isEqualTo((int) Math.round(seconds * 24_000));
        assertThat(recorded).isEqualTo(DataChunk.of(attempt.resolve("again.wav")));
    }
}
