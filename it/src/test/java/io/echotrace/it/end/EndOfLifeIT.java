package io.echotrace.it.end;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.echotrace.it.host.LastWords;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.OnEveryJdk;
import io.echotrace.it.jvm.Outcome;
import io.echotrace.it.jvm.TargetJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a host ends, its recording is whole, and it ends as it would have ended without the agent. */
class EndOfLifeIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int AT_ONCE = 3;
    private static final int ATTEMPTS = 5;
    /** Of which each must be whole to its last instant in one of the attempts, on the running JDK at least. */
    private static final Set<Ending> PLAIN = EnumSet.of(Ending.RETURN, Ending.EXIT, Ending.SIGTERM);

    /** So that more than what may be missing lies before the end. */
    private static final String MILLIS_WATCHED = "2000";

    @TempDir
    Path folder;

    private final Set<Ending> whole = ConcurrentHashMap.newKeySet();

    @OnEveryJdk
    void recording_isWhole_andTheHostEndsAsWithoutTheAgent(int jdk) throws Exception {
        assertRecorded(Jdks.home(jdk), Ending.USUAL);
        if (jdk == Runtime.version().feature()) {
            assertThat(whole).as("whole to the last instant").containsAll(PLAIN);
        }
    }

    @ParameterizedTest(name = "JDK {0}")
    @ValueSource(ints = {8, 25})
    void recording_isWhole_whenTheHostEndsInAnUnusualWay(int jdk) throws Exception {
        assertRecorded(Jdks.home(jdk), EnumSet.complementOf(EnumSet.copyOf(Ending.USUAL)));
    }

    private void assertRecorded(Path home, Set<Ending> endings) throws Exception {
        List<Callable<EndedRun>> runs = new ArrayList<>();
        endings.forEach(ending -> runs.add(() -> watched(home, ending)));
        List<Path> wavs = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (Future<EndedRun> run : threads.invokeAll(runs)) {
                wavs.add(run.get().wav());
            }
        } finally {
            threads.shutdown();
        }
        assertThat(OtherEyes.frames(home, wavs)).allMatch(frames -> frames > 0);
        // A busy machine may keep any of the other hooks from its work for longer than it can wait, but not all of
        // them.
        assertThat(whole).as("whole to the last instant").isNotEmpty();
    }

    private EndedRun watched(Path home, Ending ending) throws Exception {
        Outcome without = run(home, ending, "unwatched", "-", "0").outcome();
        EndedRun run = run(home, ending, "watched", "run.csv", MILLIS_WATCHED);
        for (int attempt = 2; attempt <= ATTEMPTS && !isAsPromised(run, ending); attempt++) {
            run = run(home, ending, "watched-" + attempt, "run.csv", MILLIS_WATCHED);
        }
        assertThatCode(run::assertNearlyWhole).as(ending.name()).doesNotThrowAnyException();
        assertThat(run.outcome().exitCode()).as(ending + ", exit code").isEqualTo(without.exitCode());
        assertThat(ownWords(run.outcome())).as(ending + ", output").isEqualTo(ownWords(without));
        assertThat(run.outcome().notices()).as(ending + ", notices").hasSizeLessThanOrEqualTo(2);
        return run;
    }

    private boolean isAsPromised(EndedRun run, Ending ending) throws IOException {
        try {
            if (!ending.isHooked()) {
                run.assertNearlyWhole();
                return true;
            }
            run.assertWhole();
            whole.add(ending);
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }

    private EndedRun run(Path home, Ending ending, String name, String csv, String millis) throws IOException {
        Path own = Files.createDirectories(folder.resolve(ending + "-" + name));
        JvmLauncher launcher = Signals.launcher(home, own).jvmOption("-XX:ErrorFile=" + own.resolve("crash.log"));
        ending.options().forEach(launcher::jvmOption);
        if (!csv.equals("-")) {
            launcher.agent("wav=run.wav");
        }
        try (TargetJvm jvm = launcher.start(LastWords.class, csv, ending.argument(), millis)) {
            Instant end = endOf(jvm);
            if (ending.isSignal()) {
                end = Instant.now();
                Signals.send(jvm.process(), ending.signal());
            } else if (ending.isEndless()) {
                awaitHook(own, csv);
                Signals.send(jvm.process(), "KILL");
            }
            return new EndedRun(jvm.awaitEnd(), end, own);
        }
    }

    private static Instant endOf(TargetJvm jvm) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> jvm.stdout().contains("end "));
        String words = jvm.stdout()
                .lines()
                .filter(line -> line.startsWith("end "))
                .findFirst()
                .orElseThrow();
        return Instant.ofEpochMilli(Long.parseLong(words.substring("end ".length())));
    }

    /** The agent's work is done when nothing is written any more. */
    private static void awaitHook(Path own, String csv) throws IOException {
        if (csv.equals("-")) {
            return;
        }
        Path wav = own.resolve("run.wav");
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            long before = Files.size(wav);
            Thread.sleep(700);
            return Files.size(wav) == before;
        });
    }

    /** What the host says itself: neither when it ends nor where in the memory it crashed, of which that JVM would print the code. */
    private static List<String> ownWords(Outcome outcome) {
        return Arrays.stream(outcome.stdout().split("\\R"))
                .map(line -> line.replaceAll("^end \\d+", "end"))
                .filter(line -> !line.startsWith("#") && !line.contains("hsdis"))
                .toList();
    }
}
