package io.echotrace.it.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echotrace.Attempts;
import io.echotrace.ear.Recording;
import io.echotrace.ear.VirtualSoundCard;
import io.echotrace.it.host.Idle;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.Outcome;
import io.echotrace.it.jvm.TargetJvm;
import io.echotrace.needs.NeedsSoundServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** However the sound server is, the host ends when it wants to, and its recording is complete. */
@NeedsSoundServer
@Isolated("measures time")
class SpeakerExitIT {
    /** What the agent may add to the end of a host; {@code -Dexit.millis=300} on a quiet machine. */
    private static final long MOST_MILLIS = Long.getLong("exit.millis", 1_000);

    /** What HotSpot itself waits at its end for a thread that is in native code, as one is that a sound server holds. */
    private static final long HOTSPOT_MILLIS = 300;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    /** Brings the server into the state in which the host is to end. */
    private interface Change {
        void make(VirtualSoundCard card, TargetJvm host) throws IOException;
    }

    /** How a host has ended, and how long after its own last words. */
    private record End(Outcome outcome, long delayMillis) {
        static End of(TargetJvm host) throws IOException {
            CompletableFuture<Long> ended = host.process().onExit().thenApply(process -> System.currentTimeMillis());
            host.process().getOutputStream().close();
            Outcome outcome = host.awaitEnd();
            String lastWords = outcome.stdout().replaceAll("(?s).*end (\\d+).*", "$1");
            return new End(outcome, ended.join() - Long.parseLong(lastWords));
        }
    }

    @Test
    void host_endsAtOnce_whileItPlays() throws Exception {
        assertPromptEnd("playing", (card, host) -> awaitLine(host, "playing and recording"));
    }

    @Test
    void host_endsAtOnce_whileTheServerIsGone() throws Exception {
        assertPromptEnd("server gone", (card, host) -> {
            awaitLine(host, "playing and recording");
            card.kill();
            awaitLine(host, "stopped playing");
        });
    }

    @Test
    void host_endsAtOnce_whileTheServerHangs() throws Exception {
        assertPromptEnd("server hangs", (card, host) -> {
            awaitLine(host, "playing and recording");
            card.suspend();
            awaitLine(host, "stopped playing");
        });
    }

    @Test
    void host_endsAtOnce_whileTheServerHangsFromTheStart() throws Exception {
        Attempts.make(() -> {
            Path attempt = Files.createTempDirectory(folder, "attempt");
            try (VirtualSoundCard card = VirtualSoundCard.start(attempt)) {
                card.suspend();
                Outcome outcome = assertPromptEnd(
                        "server hangs at start",
                        attempt,
                        card,
                        (hung, host) -> awaitLine(host, "recording to run.wav"));
                assertThat(outcome.stderr()).contains("no sound yet: the sound system does not answer");
            }
        });
    }

    private void assertPromptEnd(String state, Change change) throws Exception {
        Attempts.make(() -> {
            Path attempt = Files.createTempDirectory(folder, "attempt");
            try (VirtualSoundCard card = VirtualSoundCard.start(attempt)) {
                assertPromptEnd(state, attempt, card, change);
            }
        });
    }

    private static Outcome assertPromptEnd(String state, Path attempt, VirtualSoundCard card, Change change)
            throws Exception {
        JvmLauncher launcher = SoundCardHosts.on(card, attempt);
        try (TargetJvm control = launcher.start(Idle.class);
                TargetJvm host = launcher.agent("live=on,wav=run.wav").start(Idle.class)) {
            change.make(card, host);
            await().atMost(PATIENCE).until(() -> Files.size(attempt.resolve("run.csv")) > 1_000);
            End end = End.of(host);
            End usual = End.of(control);
            System.out.printf(
                    "exit, %s: %d ms after the last words; without agent %d ms%n",
                    state, end.delayMillis(), usual.delayMillis());
            assertThat(end.outcome().exitCode()).isZero();
            assertThat(end.delayMillis() - usual.delayMillis())
                    .as("ms added to the exit, %s", state)
                    .isLessThan(state.contains("hangs") ? MOST_MILLIS + HOTSPOT_MILLIS : MOST_MILLIS);
            assertRecordingIsComplete(attempt);
            return end.outcome();
        }
    }

    private static void assertRecordingIsComplete(Path attempt) throws IOException {
        List<String> rows = Files.readAllLines(attempt.resolve("run.csv"));
        String last = rows.get(rows.size() - 1);
        double seconds = Double.parseDouble(last.substring(0, last.indexOf(',')));
        assertThat(Recording.of(attempt.resolve("run.wav").toFile()).duration()).isEqualTo(seconds);
    }

    private static void awaitLine(TargetJvm host, String text) {
        await().atMost(PATIENCE).until(() -> host.stderr().contains(text));
    }
}
