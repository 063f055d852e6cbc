package io.echotrace.it.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echotrace.ear.Recording;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loads that come before the one before them is done are carried out in order, whatever they ask for. */
class LoadOrderIT {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "JDK {0}")
    @ValueSource(ints = {8, 17, 25})
    void loads_thatDoNotWait_areCarriedOutInOrder(int jdk) throws Exception {
        try (AttachTarget host = AttachTarget.start(new JvmLauncher(Jdks.home(jdk), folder));
                TestAttacher attacher = new TestAttacher(host)) {
            String stop = "";
            String mark = "";
            for (int i = 1; i <= 5; i++) {
                attacher.send("start", "- live=off,csv=" + i + ".csv");
                mark = attacher.send("mark", "in " + i);
                stop = attacher.send("stop", "");
            }
            assertThat(attacher.answer(stop)).isEqualTo("ok detached; measurements complete: 5.csv");
            assertThat(attacher.answer(mark)).startsWith("ok marked at ");
            assertThat(attacher.tell("stop", "")).isEqualTo("error not running in this JVM");
            for (int i = 1; i <= 5; i++) {
                assertThat(folder.resolve(i + ".csv")).exists();
            }
            assertThat(attacher.tell("start", "- live=off,csv=last.csv")).startsWith("ok ");
            assertThat(attacher.tell("start", "- live=off,csv=never.csv"))
                    .startsWith("error already running in this JVM")
                    .contains(": measuring to last.csv");
            assertThat(host.end().exitCode()).isZero();
        }
        assertThat(folder.resolve("never.csv")).doesNotExist();
    }

    @Test
    void agentOfTheCommandLine_isTold_andDetached() throws Exception {
        JvmLauncher launcher = new JvmLauncher(Jdks.home(17), folder).agent("live=off,wav=run.wav");
        try (AttachTarget host = AttachTarget.start(launcher);
                TestAttacher attacher = new TestAttacher(host)) {
            assertThat(attacher.tell("mark", "early")).startsWith("ok marked at ");
            attacher.awaitKey("values");
            assertThat(attacher.tell("stop", "")).isEqualTo("ok detached; recording complete: run.wav");
            assertThat(new Traces(Jdks.home(17), folder, host).threads())
                    .noneMatch(name -> name.startsWith("echotrace"));
        }
        assertThat(Files.readString(folder.resolve("run.csv"))).contains(":early");
    }

    @ParameterizedTest(name = "JDK {0}")
    @ValueSource(ints = {8, 17, 25})
    void hostThatEndsDuringADetach_endsAsEver_andKeepsItsRecording(int jdk) throws Exception {
        JvmLauncher launcher = new JvmLauncher(Jdks.home(jdk), folder).agent("live=off,wav=run.wav");
        try (AttachTarget host = AttachTarget.start(launcher)) {
            try (TestAttacher attacher = new TestAttacher(host)) {
                await().atMost(Duration.ofMinutes(1)).until(() -> recordedSeconds() >= 1);
                attacher.send("stop", "");
            }
            Outcome outcome = host.end();
            assertThat(outcome.exitCode()).isZero();
            assertThat(outcome.notices()).hasSizeBetween(1, 2);
        }
        assertThat(recordedSeconds()).isGreaterThanOrEqualTo(1);
    }

    private double recordedSeconds() throws IOException {
        File wav = folder.resolve("run.wav").toFile();
        return wav.exists() ? Recording.of(wav).duration() : 0;
    }
}
