package io.echotrace.it.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echotrace.it.host.DeepStacks;
import io.echotrace.it.host.KnownCalls;
import io.echotrace.it.host.OwnSecurityManager;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.OnEveryJdk;
import io.echotrace.it.jvm.Outcome;
import io.echotrace.it.jvm.TargetJvm;
import io.echotrace.it.method.TimedCalls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String HOST = "io.echotrace.it.host.KnownCalls#";

    @TempDir
    Path folder;

    /** The threads of this host make up their ids, by a call that is timed itself. */
    @OnEveryJdk
    void counts_areExact_fromTheFirstLineOfMain(int jdk) throws Exception {
        String patterns = HOST + "first:" + HOST + "plain:" + HOST + "failing:**#*";
        JvmLauncher launcher = new JvmLauncher(Jdks.home(jdk), folder)
                .jvmOption("-Xverify:all")
                .agent("live=off,csv=run.csv,methods=" + patterns);
        Path csv = folder.resolve("run.csv");
        try (TargetJvm host = launcher.start(KnownCalls.class)) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(new TimedCalls(csv).of("**#*")).isEqualTo(others()));
            host.process().getOutputStream().close();
            Outcome outcome = host.awaitEnd();
            assertThat(outcome.exitCode()).isZero();
            assertThat(outcome.stdout()).isEqualToIgnoringNewLines("done");
            assertThat(outcome.notices()).singleElement().asString().contains("measuring to");
            assertThat(outcome.stderrOfTheHost()).isEmpty();
        }
        TimedCalls calls = new TimedCalls(csv);
        assertThat(calls.of(HOST + "first")).isEqualTo(1);
        assertThat(calls.errorsOf(HOST + "first")).isZero();
        assertThat(calls.of(HOST + "plain")).isEqualTo((long) KnownCalls.THREADS * KnownCalls.CALLS);
        long failed = (long) KnownCalls.THREADS * KnownCalls.ERRORS;
        assertThat(calls.of(HOST + "failing")).isEqualTo(failed);
        assertThat(calls.errorsOf(HOST + "failing")).isEqualTo(failed);
    }

    @OnEveryJdk
    void callsAtTheEndOfTheStack_areNotUnderWayForEver(int jdk) throws Exception {
        JvmLauncher launcher = new JvmLauncher(Jdks.home(jdk), folder)
                .jvmOption("-Xss512k")
                .agent("live=off,csv=run.csv,methods=" + DeepStacks.class.getName() + "#plain:@executor");
        Path csv = folder.resolve("run.csv");
        try (TargetJvm host = launcher.start(DeepStacks.class)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(new TimedCalls(csv).of("@executor")).isGreaterThanOrEqualTo(DeepStacks.TASKS));
            host.process().getOutputStream().close();
            assertThat(host.awaitEnd().exitCode()).isZero();
        }
        List<String> rows = Files.readAllLines(csv);
        int inFlight = List.of(rows.get(0).split(",")).indexOf("app.method.in_flight");
        assertThat(rows.get(rows.size() - 1).split(",")[inFlight]).isEqualTo("0");
    }

    @ParameterizedTest(name = "JDK {0}")
    @ValueSource(ints = {8, 17})
    void securityManager_ofTheHost_isNotInTheWay(int jdk) throws Exception {
        JvmLauncher launcher = new JvmLauncher(Jdks.home(jdk), folder)
                .agent("live=off,csv=run.csv,methods=+java.lang.Runnable:io.echotrace.it.host.**");
        if (jdk == 17) {
            launcher.jvmOption("-Djava.security.manager=allow");
        }
        Outcome outcome = launcher.run(OwnSecurityManager.class, "run.csv");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.stdout().lines()).containsExactly("may not read files", "is secured");
        assertThat(outcome.notices()).hasSizeLessThanOrEqualTo(1);
        assertThat(new TimedCalls(folder.resolve("run.csv")).all()).isPositive();
    }

    /** What each thread calls besides, each once: its run, its work, and its descents, of which each call counts. */
    private static long others() {
        return KnownCalls.THREADS * (2L + KnownCalls.DESCENTS * KnownCalls.DEPTH);
    }
}
