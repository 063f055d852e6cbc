package io.echotrace.it.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.Attempts;
import io.echotrace.ear.Holes;
import io.echotrace.ear.Pitch;
import io.echotrace.ear.Recording;
import io.echotrace.ear.SoundCardRecording;
import io.echotrace.ear.VirtualSoundCard;
import io.echotrace.it.host.Plateaus;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.Outcome;
import io.echotrace.needs.NeedsSoundServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What comes out of a sound card, virtual but driven by a real sound server. */
@NeedsSoundServer
@Isolated("a sound card has no patience")
class SpeakerIT {
    /** The length of each plateau; a longer one is for measuring by hand. */
    private static final long PLATEAU_SECONDS = Long.getLong("plateau.seconds", 10);

    private static final double SETTLING_SECONDS = 5;
    private static final double SHORTEST_GAP_SECONDS = 0.005;
    private static final double MOST_GAPS = 0.02;

    @TempDir
    Path folder;

    /** A run, what its speaker and the control sounded like, and when those recordings start. */
    private record Heard(
            Outcome host, Recording speaker, Instant start, Recording control, Instant controlStart, Path folder) {}

    @Test
    void speaker_playsThePitchThatTheMeasurementsSay_withoutGaps() throws Exception {
        Attempts.make(() -> {
            Heard heard = listen(Files.createTempDirectory(folder, "attempt"));
            assertThat(heard.host().exitCode()).isZero();
            assertThat(heard.host().stderr()).contains("playing").doesNotContain("WARNING");
            assertPitches(heard);
            assertNoGaps(heard);
        });
    }

    private Heard listen(Path attempt) throws IOException {
        try (VirtualSoundCard card = VirtualSoundCard.start(attempt)) {
            JvmLauncher launcher = SoundCardHosts.on(card, attempt).agent("live=on,csv=live.csv");
            SoundCardRecording control = card.recordControl();
            Instant controlStart = startOf(control);
            SoundCardRecording recording = card.record();
            Instant start = startOf(recording);
            Outcome host = launcher.run(Plateaus.class, String.valueOf(PLATEAU_SECONDS));
            return new Heard(host, stopped(recording), start, stopped(control), controlStart, attempt);
        }
    }

    private static Instant startOf(SoundCardRecording recording) throws IOException {
        return Instant.now().minusNanos((long) (recording.seconds() * 1e9));
    }

    private static Recording stopped(SoundCardRecording recording) throws IOException {
        float[] samples = recording.stop();
        return Recording.of(SoundCardRecording.SAMPLE_RATE_HZ, samples, samples);
    }

    private static void assertPitches(Heard heard) throws IOException {
        Path folder = heard.folder();
        Outcome render = new JvmLauncher(Jdks.running(), folder).commandLine("render", "live.csv", "-o", "live.wav");
        assertThat(render.exitCode()).as(render.stderr()).isZero();
        RecordedRun run = new RecordedRun(
                folder.resolve("live.wav").toFile(), folder.resolve("live.csv").toFile());
        Recording expected = Recording.of(folder.resolve("live.wav").toFile());
        double offset = -run.secondsAt(heard.start());
        for (int plateau = 0; plateau < 2; plateau++) {
            double from = run.secondsAt(plateauStart(heard, plateau)) + SETTLING_SECONDS;
            double to = run.secondsAt(plateauStart(heard, plateau + 1)) - 0.5;
            double wanted = Pitch.f0(expected.slice(from, to));
            double played = Pitch.f0(heard.speaker().slice(from + offset, to + offset));
            assertThat(Pitch.cents(wanted, played))
                    .as("%.1f Hz, wanted %.1f Hz", played, wanted)
                    .isEqualTo(0, within(10.0));
        }
    }

    /** None on a quiet machine; on a busy one the server itself starves now and then, and every player with it. */
    private static void assertNoGaps(Heard heard) {
        double seconds = seconds(plateauStart(heard, 0), plateauStart(heard, 2)) - 2.5;
        double gaps = gapSeconds(heard, heard.speaker(), heard.start());
        double machine = gapSeconds(heard, heard.control(), heard.controlStart());
        System.out.printf("speaker: %.3f s of gaps in %.1f s; control: %.3f s%n", gaps, seconds, machine);
        assertThat(gaps).as("seconds of gaps in %.1f s", seconds).isLessThan(MOST_GAPS * seconds + machine);
    }

    private static double gapSeconds(Heard heard, Recording recording, Instant start) {
        double from = seconds(start, plateauStart(heard, 0)) + 2;
        double to = seconds(start, plateauStart(heard, 2)) - 0.5;
        return Holes.in(recording.slice(from, to), SHORTEST_GAP_SECONDS).stream()
                .mapToDouble(Holes.Hole::length)
                .sum();
    }

    private static Instant plateauStart(Heard heard, int plateau) {
        return Instant.ofEpochMilli(
                Long.parseLong(heard.host().stdout().lines().toList().get(plateau)));
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
