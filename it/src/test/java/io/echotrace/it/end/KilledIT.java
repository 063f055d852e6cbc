package io.echotrace.it.end;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.echotrace.it.host.LastWords;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.TargetJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that is killed at any instant is whole but for its last 1.5 seconds. {@code -Dkills=N} and {@code -Dkills.seed=N}
 * make it other instants than the usual twenty.
 */
class KilledIT {
    private static final int KILLS = Integer.getInteger("kills", 20);
    private static final long SEED = Long.getLong("kills.seed", 1);
    private static final int AT_ONCE = 4;
    private static final int ATTEMPTS = 3;
    private static final int LATEST_MILLIS = 4000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void run_isWholeButForItsLastSecondAndAHalf_whenItIsKilledAtARandomInstant() throws Exception {
        Random random = new Random(SEED);
        List<Callable<EndedRun>> runs = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            int number = i;
            int millis = random.nextInt(LATEST_MILLIS);
            runs.add(() -> killedAfter(millis, number));
        }
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<Path> wavs = new ArrayList<>();
        try {
            for (Future<EndedRun> run : threads.invokeAll(runs)) {
                wavs.add(run.get().wav());
            }
        } finally {
            threads.shutdown();
        }
        assertThat(OtherEyes.frames(Jdks.running(), wavs)).hasSize(KILLS);
    }

    private EndedRun killedAfter(int millis, int number) throws IOException {
        EndedRun run = kill(millis, folder.resolve(number + "-1"));
        for (int attempt = 2; attempt <= ATTEMPTS && !isAsPromised(run); attempt++) {
            run = kill(millis, folder.resolve(number + "-" + attempt)); // a busy machine may hold up any thread
        }
        assertThatCode(run::assertNearlyWhole)
                .as("killed %d ms after its first rows", millis)
                .doesNotThrowAnyException();
        return run;
    }

    private static boolean isAsPromised(EndedRun run) throws IOException {
        try {
            run.assertNearlyWhole();
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }

    /** The instant has nothing to do with what the agent does, but lies behind its first row, which tells when it began. */
    private static EndedRun kill(int millis, Path own) throws IOException {
        Files.createDirectories(own);
        try (TargetJvm jvm = Signals.launcher(Jdks.running(), own)
                .agent("wav=run.wav")
                .start(LastWords.class, "run.csv", "wait", Integer.toString(millis))) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> jvm.stdout().contains("end "));
            Instant end = Instant.now();
            jvm.process().destroyForcibly();
            return new EndedRun(jvm.awaitEnd(), end, own);
        }
    }
}
