package io.echotrace.it.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echotrace.ear.Bands;
import io.echotrace.ear.Recording;
import io.echotrace.ear.SoundCardRecording;
import io.echotrace.ear.VirtualSoundCard;
import io.echotrace.it.host.Idle;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.Outcome;
import io.echotrace.it.jvm.TargetJvm;
import io.echotrace.needs.NeedsSoundServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Volume and mute while it plays, as they come out of the sound card; the recording of the same run goes on. */
@NeedsSoundServer
@Isolated("a sound card has no patience")
class LiveMixIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final double SILENT_DB = -90;
    private static final double LOOK_SECONDS = 0.5;

    @TempDir
    Path folder;

    private VirtualSoundCard card;
    private SoundCardRecording recording;
    private JvmLauncher launcher;

    @BeforeEach
    void startCard() throws IOException {
        card = VirtualSoundCard.start(folder);
        launcher = SoundCardHosts.on(card, folder).agent("live=on,wav=run.wav");
        recording = card.record();
    }

    @AfterEach
    void stopCard() throws IOException {
        recording.stop();
        card.close();
    }

    @Test
    void whatIsPlayed_isMuted_snoozed_turnedDown_whileTheRecordingGoesOn() throws Exception {
        try (TargetJvm host = launcher.start(Idle.class)) {
            String pid = String.valueOf(host.process().pid());
            awaitLevelAbove(SILENT_DB + 30);
            assertThat(tell("mute", pid)).contains("muted");
            awaitSilence();
            assertThat(status(pid)).contains("played live: muted");
            assertThat(tell("unmute", pid)).contains("volume 100 %");
            awaitLevelAbove(SILENT_DB + 30);
            assertThat(tell("snooze", "8s", pid)).contains("muted for 8s");
            awaitSilence();
            awaitLevelAbove(SILENT_DB + 30);
            assertThat(tell("volume", "0", pid)).contains("volume 0 %");
            awaitSilence();
            tell("volume", "100", pid);
            assertThat(tell("only", "events", pid)).contains("heard: events");
            awaitSilence();
            tell("only", "all", pid);
            awaitLevelAbove(SILENT_DB + 30);
            assertThat(refused("only", "drums", pid)).contains("'drums' is no stream");
            assertThat(refused("volume", "110", pid)).contains("110 is no volume of 0 to 100");
            assertThat(refused("snooze", "soon", pid)).contains("soon is no time");
            tell("detach", pid);
        }
        Recording wav = Recording.of(folder.resolve("run.wav").toFile());
        for (double at = 4; at + 1 < wav.duration(); at++) {
            assertThat(Bands.level(wav.slice(at, at + 1), 100, 4000)).isGreaterThan(SILENT_DB + 30);
        }
    }

    private String tell(String... command) throws IOException {
        Outcome outcome = launcher.commandLine(command);
        assertThat(outcome.exitCode()).as(outcome.stderr()).isZero();
        return outcome.stdout();
    }

    private String refused(String... command) throws IOException {
        Outcome outcome = launcher.commandLine(command);
        assertThat(outcome.exitCode()).isEqualTo(1);
        return outcome.stderr();
    }

    private String status(String pid) throws IOException {
        await().atMost(PATIENCE).until(() -> tell("status", pid).contains("played live"));
        return tell("status", pid);
    }

    private void awaitSilence() {
        await().atMost(PATIENCE).until(() -> levelNow() < SILENT_DB);
    }

    private void awaitLevelAbove(double db) {
        await().atMost(PATIENCE).until(() -> levelNow() > db);
    }

    /** Of the last half second, in dB of full scale. */
    private double levelNow() throws IOException {
        float[] samples = recording.left();
        int length = (int) (LOOK_SECONDS * SoundCardRecording.SAMPLE_RATE_HZ);
        double sum = 1e-20;
        for (int i = Math.max(0, samples.length - length); i < samples.length; i++) {
            sum += samples[i] * samples[i];
        }
        return 10 * Math.log10(sum / length);
    }
}
