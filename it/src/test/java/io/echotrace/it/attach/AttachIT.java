package io.echotrace.it.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echotrace.ear.Recording;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.OnEveryJdk;
import io.echotrace.it.jvm.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The whole way, from each of two JDKs to each that is supported: between versions the attach API reports what is not so. */
@Isolated("finds the one JVM with EchoTrace in it")
class AttachIT {
    private static final String VERSION = System.getProperty("echotrace.version");
    /** From this version on a JVM prints four lines when an agent is loaded into it. */
    private static final int WARNS_FROM = 21;

    private static final int WARNINGS_A_LOAD = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @OnEveryJdk
    void agent_isAttached_asked_told_detached_andAttachedAgain(int jdk) throws Exception {
        Path hostFolder = Files.createDirectory(folder.resolve("host"));
        try (AttachTarget host = AttachTarget.start(new JvmLauncher(Jdks.home(jdk), hostFolder))) {
            liveThroughOneRun(host, 17);
            attachAndDetach(host, 25);
            Outcome outcome = host.end();
            assertThat(outcome.exitCode()).isZero();
            assertThat(outcome.stdout().lines())
                    .hasSize(2)
                    .element(1)
                    .asString()
                    .startsWith("end ");
            int loads = 3 + 2;
            assertThat(outcome.stderrOfTheHost().lines())
                    .hasSize(jdk < WARNS_FROM ? 0 : loads * WARNINGS_A_LOAD)
                    .allMatch(line -> line.startsWith("WARNING: "));
        }
        assertThat(hostFolder).isEmptyDirectory();
    }

    /** Whose attach API is in a jar of its own. Other JVMs of this machine may have EchoTrace in them, too. */
    @Test
    void java8_attaches_andFindsTheJvmThatHasTheAgent() throws Exception {
        JvmLauncher user = new JvmLauncher(Jdks.home(8), folder);
        try (AttachTarget host = AttachTarget.start(new JvmLauncher(Jdks.home(17), folder))) {
            assertThat(ok(user.commandLine("attach", host.pid(), "csv=run.csv,live=off")))
                    .contains("echotrace detach " + host.pid());
            Outcome status = user.commandLine("status");
            assertThat(status.exitCode()).as(status.toString()).isIn(0, 2);
            assertThat(status.stdout() + status.stderr()).contains("JVM " + host.pid() + " (Idle)");
            assertThat(ok(user.commandLine("detach", host.pid()))).contains("detached");
        }
    }

    @Test
    void delayedStart_isToldAtOnce_andStatusSaysWhatItKnows() throws Exception {
        JvmLauncher user = new JvmLauncher(Jdks.home(17), folder);
        try (AttachTarget host = AttachTarget.start(user)) {
            assertThat(ok(user.commandLine("attach", host.pid(), "wav=run.wav", "delay=1h")))
                    .contains(": begins in 3", " s: recording to " + folder.resolve("run.wav"));
            assertThat(ok(user.commandLine("status", host.pid(), "--plain")))
                    .startsWith("JVM " + host.pid() + " (Idle) has EchoTrace " + VERSION + " in it, starting since ")
                    .doesNotContain("Own cost");
            assertThat(ok(user.commandLine("status", host.pid())))
                    .startsWith("JVM " + host.pid() + " (Idle), EchoTrace ")
                    .doesNotContain("Own cost");
        }
    }

    private void attachAndDetach(AttachTarget host, int attacher) throws Exception {
        JvmLauncher user = user(attacher);
        String wav = "from-" + attacher + ".wav";
        assertAttached(user.commandLine("attach", host.pid(), "wav=" + wav, "live=off"), host, wav);
        assertThat(ok(user.commandLine("detach", host.pid()))).startsWith("JVM " + host.pid() + " (Idle): ");
        assertThat(folder.resolve(wav)).isNotEmptyFile();
    }

    private JvmLauncher user(int jdk) {
        return new JvmLauncher(Jdks.home(jdk), folder).jvmOption("-XX:TieredStopAtLevel=1"); // half the time
    }

    private void liveThroughOneRun(AttachTarget host, int attacher) throws Exception {
        JvmLauncher user = user(attacher);
        String wav = "from-" + attacher + ".wav";
        assertAttached(user.commandLine("attach", host.pid(), "wav=" + wav, "live=off"), host, wav);
        assertAsked(user, host);
        assertThat(ok(user.commandLine("mark", host.pid(), "load", "test"))).contains("marked at ");
        assertThat(ok(user.commandLine("detach", host.pid()))).startsWith("JVM " + host.pid() + " (Idle): ");
        assertThat(Recording.of(folder.resolve(wav).toFile()).duration()).isPositive();
        assertThat(folder.resolve("from-" + attacher + ".csv")).content().contains("marker@", ":load%20test");
        Outcome after = user.commandLine("status", host.pid());
        assertThat(after.exitCode()).isEqualTo(1);
        assertThat(after.stderr()).isEqualTo("echotrace: JVM " + host.pid() + " (Idle) has no EchoTrace in it\n");
    }

    /** The name of the file is relative to the folder of the user, not of the host. */
    private void assertAttached(Outcome outcome, AttachTarget host, String wav) throws Exception {
        assertThat(ok(outcome)).contains("recording to " + folder.resolve(wav), "echotrace detach " + host.pid());
        assertThat(host.jvm().stderr()).contains("echotrace " + VERSION + ": recording to " + folder.resolve(wav));
    }

    private static void assertAsked(JvmLauncher user, AttachTarget host) throws Exception {
        String before = host.jvm().stderr();
        assertThat(ok(user.commandLine("list")))
                .containsPattern("(?m)^" + host.pid() + " +[0-9._]+ +" + VERSION + " running +Idle$");
        await().atMost(PATIENCE)
                .until(() -> ok(user.commandLine("status", host.pid(), "--plain")), text -> text.contains("Value: "));
        assertThat(ok(user.commandLine("status", host.pid(), "--plain")))
                .contains("JVM " + host.pid() + " (Idle) has EchoTrace " + VERSION + " in it, running since ")
                .contains("Output: ", "from-")
                .contains("Value: process.cpu.utilization ")
                .contains("Option: live is off, from agent argument.")
                .contains("Option: interval is ")
                .contains("Own cost: ");
        assertThat(host.jvm().stderr()).isEqualTo(before);
    }

    private static String ok(Outcome outcome) {
        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(outcome.stderr()).isEmpty();
        return outcome.stdout();
    }
}
