package io.echotrace.it.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echotrace.ear.Recording;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the JDK's own tool, where the command line cannot run. */
@Isolated("finds the one JVM with EchoTrace in it")
class AttachByJcmdIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @ParameterizedTest(name = "JDK {0}")
    @ValueSource(ints = {11, 17, 27})
    void jcmd_loadsTheAgent_marksAndEndsIt(int jdk) throws Exception {
        JvmLauncher launcher = new JvmLauncher(Jdks.home(jdk), folder);
        try (AttachTarget host = AttachTarget.start(launcher)) {
            load(launcher, host, "wav=run.wav,live=off");
            await().atMost(PATIENCE).until(() -> host.jvm().stderr().contains("recording to run.wav"));
            load(launcher, host, "@mark load test");
            load(launcher, host, "@stop");
            await().atMost(PATIENCE)
                    .until(() -> user().commandLine("status", host.pid()).exitCode() == 1);
            assertThat(host.jvm().stderr()).contains(": detached; recording complete: run.wav");
            assertThat(Recording.of(folder.resolve("run.wav").toFile()).duration())
                    .isPositive();
            assertThat(folder.resolve("run.csv")).content().contains("marker@", ":load%20test");
        }
    }

    /** Found by the threads that the agent has, even if nobody attached to it before. */
    @Test
    void agentThatCameWithTheJvm_isFoundAndAsked() throws Exception {
        JvmLauncher launcher = new JvmLauncher(Jdks.home(17), folder).agent("csv=run.csv,live=off");
        try (AttachTarget host = AttachTarget.start(launcher)) {
            await().atMost(PATIENCE)
                    .until(() -> user().commandLine("list").stdout().contains(" running  Idle"));
            assertThat(user().commandLine("status", host.pid()).stdout())
                    .contains("Idle), EchoTrace ", "live ", "agent argument");
        }
    }

    private JvmLauncher user() {
        return new JvmLauncher(Jdks.home(17), folder);
    }

    /** The quotes belong to the text: without, jcmd cuts it at the equals sign and at spaces. */
    private static void load(JvmLauncher launcher, AttachTarget host, String text) throws Exception {
        String jar = JvmLauncher.AGENT.toString();
        assertThat(launcher.tool("jcmd", host.pid(), "JVMTI.agent_load", jar, "\"" + text + "\"")
                        .exitCode())
                .isZero();
    }
}
