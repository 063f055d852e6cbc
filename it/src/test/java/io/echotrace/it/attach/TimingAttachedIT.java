package io.echotrace.it.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echotrace.it.host.CallsOnDemand;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.OnEveryJdk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Methods of a program that runs already are timed, and then are as before. */
class TimingAttachedIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String WORK = "io.echotrace.it.host.CallsOnDemand#work";
    private static final String ALL = " of " + CallsOnDemand.CALLS;

    @TempDir
    Path folder;

    @OnEveryJdk
    void methods_areTimed_andThenAsBefore(int jdk) throws Exception {
        JvmLauncher launcher = new JvmLauncher(Jdks.home(jdk), folder);
        try (AttachTarget host = AttachTarget.start(launcher, CallsOnDemand.class);
                TestAttacher attacher = new TestAttacher(host)) {
            assertThat(ask(host, "before")).isEqualTo("before: 0" + ALL);
            assertThat(attacher.tell("start", "- live=off,csv=run-%i.csv,methods=" + WORK + ":@jdbc"))
                    .startsWith("ok ");
            assertThat(ask(host, "timed")).isEqualTo("timed: " + CallsOnDemand.CALLS + ALL);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(attacher.awaitKey("methods").lines())
                            .containsExactly(
                                    WORK + "\t1\t1\t" + CallsOnDemand.CALLS + "\t0\t0\t" + WORK,
                                    "@jdbc\t0\t0\t0\t0\t0\t"));
            assertThat(attacher.tell("stop", "")).startsWith("ok detached");
            assertThat(ask(host, "after")).isEqualTo("after: 0" + ALL);
        }
    }

    @Test
    void methodsThatAreCalledTooOften_areGivenBack() throws Exception {
        JvmLauncher launcher = new JvmLauncher(Jdks.home(17), folder);
        try (AttachTarget host = AttachTarget.start(launcher, CallsOnDemand.class);
                TestAttacher attacher = new TestAttacher(host)) {
            assertThat(attacher.tell("start", "- live=off,csv=run.csv,methods=" + WORK + ",methods.max-rate=20000"))
                    .startsWith("ok ");
            ask(host, "busy");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(host.jvm().stderr())
                            .contains("no longer timing " + WORK + " (")
                            .contains(" calls a second): more than methods.max-rate=20000"));
            await().atMost(PATIENCE).until(() -> ask(host, "after").equals("after: 0" + ALL));
            assertThat(host.jvm().stderr().lines().filter(line -> line.contains("no longer")))
                    .hasSize(1);
        }
    }

    /** Sends a line and gives the answer to it, which begins with it. */
    private static String ask(AttachTarget host, String line) throws IOException {
        long answers = answers(host, line);
        OutputStream input = host.jvm().process().getOutputStream();
        input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        input.flush();
        await().atMost(PATIENCE).until(() -> answers(host, line) > answers);
        return host.jvm()
                .stdout()
                .lines()
                .filter(each -> each.startsWith(line + ": "))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static long answers(AttachTarget host, String line) {
        return host.jvm()
                .stdout()
                .lines()
                .filter(each -> each.startsWith(line + ": "))
                .count();
    }
}
