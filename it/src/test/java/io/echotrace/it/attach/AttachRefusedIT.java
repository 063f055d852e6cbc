package io.echotrace.it.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Each way in which a process may refuse: the user learns why and what to do, and the process never notices. */
@EnabledOnOs(OS.LINUX)
class AttachRefusedIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void processThatIsNotThere_isNamed() throws Exception {
        assertRefused(attach("999999999"), "there is no process 999999999; echotrace list shows the JVMs");
    }

    @Test
    void processThatIsNoJvm_isLeftAlone() throws Exception {
        Process sleep = new ProcessBuilder("sleep", "60").start();
        try {
            assertRefused(
                    attach(String.valueOf(sleep.pid())),
                    "process " + sleep.pid() + " (sleep) is no JVM, or one that has just begun");
            assertThat(sleep.isAlive()).isTrue();
        } finally {
            sleep.destroy();
        }
    }

    @Test
    void jvmWithDisabledAttachMechanism_isToldHowToBeStarted() throws Exception {
        try (AttachTarget host = AttachTarget.start(
                host(17).jvmOption("-XX:+DisableAttachMechanism").jvmOption("-XX:-UsePerfData"))) {
            assertRefused(
                    attach(host.pid()),
                    "JVM " + host.pid() + " (Idle) runs with -XX:+DisableAttachMechanism: start it with -javaagent:"
                            + JvmLauncher.AGENT + " instead");
            assertUndisturbed(host);
        }
    }

    @Test
    void jvmThatTakesNoAgents_isToldTheFlag() throws Exception {
        try (AttachTarget host = AttachTarget.start(host(21).jvmOption("-XX:-EnableDynamicAgentLoading"))) {
            assertRefused(
                    attach(host.pid()),
                    "runs with -XX:-EnableDynamicAgentLoading and takes no agents while it runs:",
                    "or with -javaagent:" + JvmLauncher.AGENT);
            assertUndisturbed(host);
        }
    }

    /** It would print a thread dump when it goes on. */
    @Test
    void stoppedJvm_isNotAsked() throws Exception {
        try (AttachTarget host = AttachTarget.start(host(17))) {
            host.signal("STOP");
            assertRefused(
                    attach(host.pid()),
                    "is stopped, by a signal or a debugger: let it continue (kill -CONT " + host.pid()
                            + ") and try again");
            host.signal("CONT");
            assertUndisturbed(host);
        }
    }

    @Test
    void jvmThatJustEnded_isSaidToHave() throws Exception {
        Process parent = new ProcessBuilder("sh", "-c", "sh -c 'echo $$; exec sleep 0.1' & exec sleep 60").start();
        try {
            String pid = Objects.requireNonNull(parent.inputReader().readLine());
            await().atMost(PATIENCE)
                    .until(() ->
                            Files.readString(Path.of("/proc", pid, "status")).contains("Z (zombie)"));
            assertRefused(attach(pid), "has just ended");
        } finally {
            parent.destroy();
        }
    }

    /** The name of the one thread that all HotSpot JVMs have, a handler for the signal, and no answer to it. */
    @Test
    void jvmThatHangs_isGivenUpAfterAWhile() throws Exception {
        Process hanging = new ProcessBuilder(
                        "bash",
                        "-c",
                        "trap : QUIT; echo 'VM Thread' > /proc/self/comm; echo; while :; do sleep 1; done")
                .start();
        try {
            hanging.inputReader().readLine();
            assertRefused(
                    attach(String.valueOf(hanging.pid())),
                    "does not answer within 10 seconds: it hangs, or is too busy");
        } finally {
            hanging.destroy();
        }
    }

    @Test
    void javaWithoutTheAttachApi_namesTheJdkAndJcmd() throws Exception {
        try (AttachTarget host = AttachTarget.start(host(17))) {
            Outcome outcome = new JvmLauncher(Jdks.home(17), folder)
                    .jvmOption("--limit-modules=java.base,java.desktop,java.management,jdk.unsupported")
                    .commandLine("attach", host.pid());
            assertRefused(
                    outcome,
                    "this Java cannot attach to others, it is a JRE",
                    "jcmd PID JVMTI.agent_load " + JvmLauncher.AGENT + " '\"OPTIONS\"'");
        }
    }

    @Test
    void jvmThatHasTheAgentAlready_isLeftAsItIs() throws Exception {
        try (AttachTarget host = AttachTarget.start(host(17).agent("wav=first.wav"))) {
            await().atMost(PATIENCE).until(() -> host.jvm().stderr().contains("recording to first.wav"));
            assertRefused(
                    attach(host.pid(), "wav=second.wav"),
                    " has EchoTrace " + System.getProperty("echotrace.version") + " in it already: first.wav;",
                    "end it first: echotrace detach " + host.pid());
        }
        assertThat(folder.resolve("second.wav")).doesNotExist();
    }

    @Test
    void optionsThatAreWrong_areNotEvenLoaded() throws Exception {
        try (AttachTarget host = AttachTarget.start(host(17))) {
            Outcome outcome = attach(host.pid(), "wav=run.wav", "intervall=1s", "wav.rate=1");
            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(outcome.stderr().lines())
                    .hasSize(2)
                    .anyMatch(line -> line.contains("intervall=1s") && line.contains("did you mean interval?"))
                    .anyMatch(line -> line.contains("wav.rate=1 must be a whole number from 16000 to 48000"));
            assertUndisturbed(host);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void recordingThatCannotBegin_isRefused_andTheAgentIsGoneAgain() throws Exception {
        try (AttachTarget host = AttachTarget.start(host(17))) {
            assertRefused(
                    attach(host.pid(), "live=off", "wav=/proc/no/such/folder/run.wav"),
                    ": neither playing nor recording: not recording to /proc/no/such/folder/run.wav: ");
            assertRefused(
                    new JvmLauncher(Jdks.home(17), folder).commandLine("status", host.pid()),
                    " has no EchoTrace in it");
        }
    }

    @Test
    void nameThatFitsSeveral_isWrongUsage_andListsThem() throws Exception {
        try (AttachTarget one = AttachTarget.start(host(17));
                AttachTarget other = AttachTarget.start(host(25))) {
            Outcome outcome = attach("idle");
            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(outcome.stderr().lines())
                    .contains("echotrace: 'idle' fits several JVMs, give the process id")
                    .contains("    JVM " + one.pid() + " (Idle)", "    JVM " + other.pid() + " (Idle)");
        }
    }

    @Test
    void nameThatFitsNone_isSaidSo() throws Exception {
        assertRefused(attach("no-such-program"), "no JVM has 'no-such-program' in its name");
    }

    private JvmLauncher host(int jdk) {
        return new JvmLauncher(Jdks.home(jdk), folder);
    }

    private Outcome attach(String jvm, String... options) throws Exception {
        String[] command = new String[options.length + 2];
        command[0] = "attach";
        command[1] = jvm;
        System.arraycopy(options, 0, command, 2, options.length);
        return new JvmLauncher(Jdks.home(17), folder).commandLine(command);
    }

    private static void assertRefused(Outcome outcome, String... phrases) {
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.stdout()).isEmpty();
        assertThat(outcome.stderr()).startsWith("echotrace: ").contains(phrases);
        assertThat(outcome.stderr().lines()).hasSizeLessThanOrEqualTo(2);
    }

    private static void assertUndisturbed(AttachTarget host) throws Exception {
        Outcome outcome = host.end();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.stdout().lines()).hasSize(2);
        assertThat(outcome.stderr()).isEmpty();
    }
}
