package io.echotrace.it.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import io.echotrace.it.host.ManyCalls;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.OnEveryJdk;
import io.echotrace.it.jvm.Outcome;
import io.echotrace.it.jvm.TargetJvm;
import io.echotrace.metric.CallMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.io.TempDir;

/** Every call counts, from the first line of main on, and durations are true. */
class ExactCallsIT {
    /** In thousands; {@code -Dexact.calls=10000} is the long form. */
    private static final int CALLS = Integer.getInteger("exact.calls", 1000);

    private static final int CALLS_CELL = 3;

    private static final int THREADS = 8;
    /** Less than the two seconds that percentiles look back. */
    private static final int LASTING_MILLIS = 600;

    private static final int MOST_ATTEMPTS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String WORK = "io.echotrace.it.host.TimedWork";
    private static final String SERVLETS = "@http";

    @TempDir
    Path folder;

    /** What the host knows of one of its methods. */
    private record Known(String method, long calls, long errors) {
        String group() {
            return method.equals("service") ? SERVLETS : WORK + "#" + method;
        }
    }

    /** The median and the 99th percentile that the host has measured, in seconds. */
    private record Lengths(double median, double ninetyNine) {}

    @OnEveryJdk
    void callsAndErrors_areCountedExactly_andDurationsAreTrue(int jdk) throws Exception {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            Path csv = folder.resolve(attempt + ".csv");
            Outcome outcome = run(jdk, csv);
            assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
            TimedCalls calls = new TimedCalls(csv);
            assertCounted(known(outcome.stdout()), calls);
            if (isTrue(lengths(outcome.stdout()), calls) || attempt == MOST_ATTEMPTS) {
                assertTrue(lengths(outcome.stdout()), calls);
                return;
            }
        }
    }

    private Outcome run(int jdk, Path csv) throws IOException {
        String methods = String.join(
                ":", SERVLETS, WORK + "#count", WORK + "#mayThrow", WORK + "#descend", WORK + "#fall", WORK + "#last");
        JvmLauncher launcher = new JvmLauncher(Jdks.home(jdk), folder)
                .agent("live=off,csv=" + csv + ",methods.max-rate=1000000000,methods=" + methods);
        try (TargetJvm jvm = launcher.start(
                ManyCalls.class, String.valueOf(CALLS), String.valueOf(THREADS), String.valueOf(LASTING_MILLIS))) {
            await().atMost(PATIENCE).until(() -> jvm.stdout().contains("called"));
            long untilNow = sum(known(jvm.stdout()), Known::calls);
            await().atMost(PATIENCE).until(() -> Files.size(csv) > 0 && new TimedCalls(csv).all() >= untilNow);
            assertThat(new TimedCalls(csv).all()).isEqualTo(untilNow);
            String pid = String.valueOf(jvm.process().pid());
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(callsInStatus(pid)).isEqualTo(untilNow));
            jvm.process().getOutputStream().close();
            return jvm.awaitEnd();
        }
    }

    /** What {@code status} reads: a line for each group, its cells with tabs between them. */
    private static long callsInStatus(String pid) throws IOException, AttachNotSupportedException {
        VirtualMachine vm = VirtualMachine.attach(pid);
        try {
            String groups = vm.getAgentProperties().getProperty("echotrace.methods");
            return groups.lines()
                    .mapToLong(line -> Long.parseLong(line.split("\t")[CALLS_CELL]))
                    .sum();
        } finally {
            vm.detach();
        }
    }

    private static void assertCounted(List<Known> known, TimedCalls calls) {
        assertThat(known).hasSize(6);
        for (Known method : known) {
            assertThat(calls.of(method.group())).as(method.method()).isEqualTo(method.calls());
            assertThat(calls.errorsOf(method.group())).as(method.method()).isEqualTo(method.errors());
        }
        assertThat(calls.all()).isEqualTo(sum(known, Known::calls));
        assertThat(calls.errors()).isEqualTo(sum(known, Known::errors));
        assertThat(calls.errorsTold()).isEqualTo(calls.errors());
    }

    /** Percentiles look back for two seconds: of calls that took longer, on a busy machine, they know only the later ones. */
    private static boolean isTrue(Lengths known, TimedCalls calls) {
        double median = calls.last(WORK + "#last", CallMetrics::p50);
        double ninetyNine = calls.last(WORK + "#last", CallMetrics::p99);
        return Math.abs(median / known.median() - 1) < 0.02 && Math.abs(ninetyNine / known.ninetyNine() - 1) < 0.02;
    }

    private static void assertTrue(Lengths known, TimedCalls calls) {
        Percentage twoPercent = Percentage.withPercentage(2);
        String group = WORK + "#last";
        assertThat(calls.last(group, CallMetrics::p50)).isCloseTo(known.median(), twoPercent);
        assertThat(calls.last(group, CallMetrics::p99)).isCloseTo(known.ninetyNine(), twoPercent);
    }

    private static long sum(List<Known> known, ToLongFunction<Known> value) {
        return known.stream().mapToLong(value).sum();
    }

    private static List<Known> known(String stdout) {
        return stdout.lines()
                .filter(line -> line.startsWith("known "))
                .map(line -> line.split(" "))
                .map(words -> new Known(words[1], Long.parseLong(words[2]), Long.parseLong(words[3])))
                .toList();
    }

    private static Lengths lengths(String stdout) {
        String[] words = stdout.lines()
                .filter(line -> line.startsWith("lengths "))
                .findFirst()
                .orElseThrow()
                .split(" ");
        return new Lengths(Long.parseLong(words[1]) / 1e9, Long.parseLong(words[2]) / 1e9);
    }
}
