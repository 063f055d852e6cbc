package io.echotrace.it.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echotrace.it.host.CallsOnDemand;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the JVM runs after a detach is, instruction by instruction, what it ran before. */
class RestoredCodeIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String HOST = CallsOnDemand.class.getName();

    @TempDir
    Path folder;

    @ParameterizedTest(name = "JDK {0}")
    @ValueSource(ints = {8, 17, 27})
    void code_isWoven_andThenAsBefore(int jdk) throws Exception {
        int port = freePort();
        JvmLauncher launcher = new JvmLauncher(Jdks.home(jdk), folder)
                .jvmOption("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=127.0.0.1:" + port);
        RunningCode code = new RunningCode(port, folder);
        try (AttachTarget host = AttachTarget.start(launcher, CallsOnDemand.class);
                TestAttacher attacher = new TestAttacher(host)) {
            String before = code.of(HOST);
            assertThat(before).contains("int work(int)", "iadd");
            assertThat(attacher.tell("start", "- live=off,csv=run.csv,methods=" + HOST + "#*"))
                    .startsWith("ok ");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(code.of(HOST)).contains("EchoTraceCalls.enter"));
            assertThat(attacher.tell("stop", "")).startsWith("ok detached");
            assertThat(code.of(HOST)).isEqualTo(before);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
