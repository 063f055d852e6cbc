package io.echotrace.it.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes out of a sound card, virtual but driven by a real sound server. */
@NeedsSoundServer
class SpeakerIT {
    /** The length of each plateau; a longer one is for measuring by hand. */
    private static final long PLATEAU_SECONDS = Long.getLong("plateau.seconds", 10);

    private static final double SETTLING_SECONDS = 5;
    private static final double SHORTEST_GAP_SECONDS = 0.005;

    @TempDir
    Path folder;

    @Test
    void speaker_playsThePitchThatTheMeasurementsSay_withoutGaps() throws Exception {
        Recording heard;
        Instant recordingStart;
        Outcome host;
        try (VirtualSoundCard card = VirtualSoundCard.start(folder)) {
            JvmLauncher launcher = new JvmLauncher(Jdks.running(), folder).agent("live=on,csv=live.csv");
            card.environment().forEach(launcher::variable);
            SoundCardRecording recording = card.record();
            recordingStart = Instant.now().minusNanos((long) (recording.seconds() * 1e9));
            host = launcher.run(Plateaus.class, String.valueOf(PLATEAU_SECONDS));
            float[] samples = recording.stop();
            heard = Recording.of(SoundCardRecording.SAMPLE_RATE_HZ, samples, samples);
        }
        assertThat(host.exitCode()).isZero();
        assertThat(host.stderr()).contains("playing").doesNotContain("WARNING");
        Outcome render = new JvmLauncher(Jdks.running(), folder).commandLine("render", "live.csv", "-o", "live.wav");
        assertThat(render.exitCode()).as(render.stderr()).isZero();

        RecordedRun run = new RecordedRun(
                folder.resolve("live.wav").toFile(), folder.resolve("live.csv").toFile());
        Recording expected = Recording.of(folder.resolve("live.wav").toFile());
        double offset = -run.secondsAt(recordingStart);
        long[] starts = host.stdout().lines().mapToLong(Long::parseLong).toArray();
        for (int plateau = 0; plateau < 2; plateau++) {
            double from = run.secondsAt(Instant.ofEpochMilli(starts[plateau])) + SETTLING_SECONDS;
            double to = run.secondsAt(Instant.ofEpochMilli(starts[plateau + 1])) - 0.5;
            double wanted = Pitch.f0(expected.slice(from, to));
            double played = Pitch.f0(heard.slice(from + offset, to + offset));
            assertThat(Pitch.cents(wanted, played))
                    .as("%.1f Hz, wanted %.1f Hz", played, wanted)
                    .isEqualTo(0, within(10.0));
        }
        double from = run.secondsAt(Instant.ofEpochMilli(starts[0])) + offset + 2;
        double to = run.secondsAt(Instant.ofEpochMilli(starts[2])) + offset - 0.5;
        double silent = Holes.in(heard.slice(from, to), SHORTEST_GAP_SECONDS).stream()
                .mapToDouble(Holes.Hole::length)
                .sum();
        System.out.printf("speaker: %.3f s of gaps in %.1f s%n", silent, to - from);
        // None on a quiet machine; on a busy one the server itself starves now and then.
        assertThat(silent).isLessThan(0.02 * (to - from));
    }
}
