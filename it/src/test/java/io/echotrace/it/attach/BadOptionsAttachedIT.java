package io.echotrace.it.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.Outcome;
import io.echotrace.it.safety.BadOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Options that nobody could follow, in one load of the same host after the other. */
class BadOptionsAttachedIT {
    @TempDir
    Path folder;

    @Test
    void host_runsOn_whateverOptionsItIsAttachedToWith_andOneLineSaysWhatIsWrong() throws Exception {
        List<String> all = new ArrayList<>(BadOptions.WRONG);
        all.addAll(BadOptions.UNUSUAL);
        try (AttachTarget host = AttachTarget.start(new JvmLauncher(Jdks.home(17), folder))) {
            try (TestAttacher attacher = new TestAttacher(host)) {
                for (String options : all) {
                    int before = lines(host).size();
                    attacher.load(JvmLauncher.AGENT, options);
                    await(options)
                            .atMost(Duration.ofMinutes(1))
                            .until(() -> lines(host).size() >= before + BadOptions.lines(options));
                    assertThat(attacher.tell("stop", "")).startsWith("ok detached");
                    BadOptions.assertSaid(
                            options, lines(host).subList(before, lines(host).size()));
                }
            }
            Outcome outcome = host.end();
            assertThat(outcome.exitCode()).isZero();
            assertThat(outcome.stdout()).matches("main \\d+\\Rend .*\\R");
            assertThat(outcome.stderrOfTheHost()).isEmpty();
        }
    }

    private static List<String> lines(AttachTarget host) {
        return host.jvm().stderr().lines().toList();
    }
}
