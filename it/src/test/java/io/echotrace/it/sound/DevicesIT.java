package io.echotrace.it.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echotrace.ear.VirtualSoundCard;
import io.echotrace.it.host.Idle;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.Outcome;
import io.echotrace.it.jvm.TargetJvm;
import io.echotrace.needs.NeedsSoundServer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Which sound devices there are, by the command line and by name. */
@NeedsSoundServer
@Isolated("looks for the sound devices of the machine")
class DevicesIT {
    @TempDir
    Path folder;

    @Test
    void devices_areListed_withTheDefault_untilTheServerHangs() throws Exception {
        try (VirtualSoundCard card = VirtualSoundCard.start(folder)) {
            Outcome list = SoundCardHosts.on(card, folder).commandLine("devices");
            assertThat(list.exitCode()).as(list.stderr()).isZero();
            assertThat(list.stdout()).contains("* default [default]", "48000 Hz stereo", "44100 Hz mono");
            Outcome plain = SoundCardHosts.on(card, folder).commandLine("devices", "--plain");
            assertThat(plain.stdout().lines()).allMatch(line -> line.matches("[^ *].*; .*Hz.*"));

            card.suspend();
            assertNone(SoundCardHosts.on(card, folder).commandLine("devices"), "does not answer", "pulseaudio -k");
        }
    }

    @Test
    void deviceIsPlayed_byAPartOfItsName_andOneThatIsMissing_isToldWithThoseThereAre() throws Exception {
        try (VirtualSoundCard card = VirtualSoundCard.start(folder);
                TargetJvm named = SoundCardHosts.on(card, folder)
                        .agent("live=DEFault,csv=a.csv")
                        .start(Idle.class);
                TargetJvm misnamed = SoundCardHosts.on(card, folder)
                        .agent("live=Bose,wav=b.wav")
                        .start(Idle.class)) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> named.stderr().contains("playing and measuring to a.csv")
                            && misnamed.stderr().contains("recording to b.wav"));
            assertThat(misnamed.stderr())
                    .contains("no sound yet: no sound device named Bose; there are: default [default]");
        }
    }

    @Test
    void withoutADevice_itIsSaidWhatToDo() throws Exception {
        Outcome outcome = new JvmLauncher(Jdks.running(), folder)
                .variable("ALSA_CONFIG_PATH", folder.resolve("none.conf").toString())
                .variable("PULSE_SERVER", "unix:/nowhere")
                .commandLine("devices");
        assertNone(outcome, "no sound device", "apt-get install libasound2");
    }

    @Test
    void withoutJavaSound_itIsSaidWhatToDo() throws Exception {
        Outcome outcome = new JvmLauncher(Jdks.home(17), folder)
                .jvmOption("--limit-modules")
                .jvmOption("java.base")
                .commandLine("devices");
        assertNone(outcome, "no Java Sound in this runtime", "openjdk-17-jre-headless");
    }

    private static void assertNone(Outcome outcome, String... words) {
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.stdout()).isEmpty();
        assertThat(outcome.stderr()).contains(words);
    }
}
