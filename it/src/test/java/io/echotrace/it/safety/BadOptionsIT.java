package io.echotrace.it.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echotrace.it.host.Idle;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.Outcome;
import io.echotrace.it.jvm.TargetJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BadOptionsIT {
    @TempDir
    Path folder;

    static Stream<String> options() {
        return Stream.concat(BadOptions.WRONG.stream(), BadOptions.UNUSUAL.stream());
    }

    @ParameterizedTest
    @MethodSource("options")
    void host_runsOn_whateverItsOptionsAre_andOneLineSaysWhatIsWrong(String options) throws Exception {
        try (TargetJvm host =
                new JvmLauncher(Jdks.running(), folder).agent(options).start(Idle.class)) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> host.stderr().lines().count() >= BadOptions.lines(options)
                            && host.stdout().startsWith("main "));
            host.process().getOutputStream().close();
            Outcome outcome = host.awaitEnd();
            assertThat(outcome.exitCode()).isZero();
            assertThat(outcome.stdout()).matches("main \\d+\\Rend .*\\R");
            assertThat(outcome.stderrOfTheHost()).isEmpty();
            BadOptions.assertSaid(options, outcome.notices());
        }
    }
}
