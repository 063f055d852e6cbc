package io.echotrace.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.echotrace.anomaly.Scorer;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Rows;
import io.echotrace.output.FreeSpace;
import io.echotrace.probe.FakeCalls;
import io.echotrace.probe.Readings;
import io.echotrace.series.SeriesReader;
import io.echotrace.timeline.Timeline;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("lives in real time")
class RunRowsTest {
    private static final RunDescription RUN = new RunDescription("test", "here", Instant.EPOCH);
    private static final long SECOND = 1_000_000_000L;
    private static final long PATIENCE = 10 * SECOND;

    @TempDir
    Path folder;

    private final List<String> trouble = new ArrayList<>();
    private final SessionBuilder wanted = new SessionBuilder()
            .withoutStandardProbes()
            .metric(Metrics.SYSTEM_CPU, () -> Double.NaN)
            .onTrouble(trouble::add);
    private final RunRows rows = rows(wanted);
    private final Readings measured = new Readings(rows.metrics());

    @Test
    void runThatEndsBeforeItsFirstRow_hasOneOfNothing() throws Exception {
        rows.writeTo(csv());
        rows.end(SECOND / 4, PATIENCE);
        assertThat(rows.endNanos(PATIENCE)).isEqualTo(SECOND / 4);
        assertThat(lines()).hasSize(2);
        assertThat(lines().get(0)).isEqualTo("time_s,system.cpu.utilization,score,events");
        assertThat(lines().get(1)).matches("0\\.250,+0,run@0\\.000\\+\\?:.*name=test.*");
    }

    @Test
    void rowThatWasAddedBeforeTheFileWasKnown_isWrittenWhenItIs() throws Exception {
        rows.end(SECOND, PATIENCE);
        rows.writeTo(csv());
        assertThat(lines()).hasSize(2).last().asString().startsWith("1.000,");
    }

    /** As after a long baseline or a slow start: nothing is heard or written before the first row. */
    @Test
    void whatHappensBeforeALateFirstRow_keepsItsPlace_alsoWhenItIsReadAgain() throws Exception {
        rows.writeTo(csv());
        rows.note(new Occurrence(Occurrence.Kind.MARKER, SECOND, 0, "early"));
        new Rows().stops(0.5, 1, "safepoint").at(0).occurrences().forEach(measured::occurrence);
        Moment moment = rows.add(4 * SECOND, measured, false);
        rows.end(5 * SECOND, PATIENCE);

        assertThat(Objects.requireNonNull(moment).row().occurrences())
                .extracting(Occurrence::startNanos)
                .containsExactly(0L, SECOND, SECOND / 2);
        try (SeriesReader reader = new SeriesReader(Files.newBufferedReader(csv().toPath()))) {
            assertThat(reader.next().occurrences())
                    .extracting(Occurrence::startNanos)
                    .contains(0L, SECOND, SECOND / 2)
                    .doesNotContain(7 * SECOND / 2);
        }
    }

    @Test
    void lastRow_repeatsTheLatestValues_andNoneFollows() throws Exception {
        rows.writeTo(csv());
        rows.measuring(new Scorer(rows.metrics()), null);
        measured.value(Metrics.SYSTEM_CPU, 0.5);
        rows.add(SECOND, measured, false);
        rows.note(new Occurrence(Occurrence.Kind.MARKER, SECOND, 0, "noted"));
        rows.end(3 * SECOND / 2, PATIENCE);
        assertThat(rows.add(2 * SECOND, measured, true)).isNull();
        rows.end(2 * SECOND, PATIENCE);
        assertThat(rows.endNanos(PATIENCE)).isEqualTo(3 * SECOND / 2);
        assertThat(lines())
                .satisfiesExactly(
                        header -> assertThat(header).isEqualTo("time_s,system.cpu.utilization,score,events"),
                        first -> assertThat(first).startsWith("1.000,0.5,0,run@0.000+?:"),
                        last -> assertThat(last).isEqualTo("1.500,0.5,0,marker@1.000+0.000:noted"));
    }

    @Test
    void lastRow_hasTheCallsSinceTheRowBefore_ofItsOwnInterval() throws Exception {
        FakeCalls calls = new FakeCalls("checkout").calls(210, 0).errors(1);
        RunRows counting = rows(new SessionBuilder()
                .withoutStandardProbes()
                .calls(List.of(calls))
                .startNanoTime(0));
        counting.writeTo(csv());
        counting.add(SECOND, new Readings(counting.metrics()), false);
        calls.calls(40, 0).errors(3);
        counting.end(3 * SECOND / 2, PATIENCE);
        calls.calls(1000, 0);
        counting.end(2 * SECOND, PATIENCE);
        assertThat(lines()).hasSize(3);
        assertThat(lines().get(1)).startsWith("1.000,210,0,0,0,,1,0,0,");
        assertThat(lines().get(2)).isEqualTo("1.500,80,0,0,0,,6,0,0,error@1.000+0.500:3");
    }

    /** An instant at which a row stands already has no time in which calls could have a rate. */
    @Test
    void lastRow_isLaterThanTheOneBefore_andOneMoreFollowsWhereItsDigitsDoNotDo() throws Exception {
        FakeCalls calls = new FakeCalls("checkout");
        RunRows counting = rows(new SessionBuilder()
                .withoutStandardProbes()
                .calls(List.of(calls))
                .startNanoTime(0));
        counting.writeTo(csv());
        counting.add(SECOND, new Readings(counting.metrics()), false);
        calls.calls(1_234_567, 0);
        counting.end(SECOND, PATIENCE);
        assertThat(counting.endNanos(PATIENCE)).isEqualTo(SECOND + 2_000_000);
        assertThat(lines().get(2)).startsWith("1.001,1234560000,");
        assertThat(lines().get(3)).startsWith("1.002,7000,");
    }

    @Test
    @Timeout(60)
    void listenerThatEndsTheRows_whileOneIsWritten_leavesThatRowTheOnlyOne() throws Exception {
        List<String> told = new ArrayList<>();
        AtomicReference<RunRows> ending = new AtomicReference<>();
        SessionBuilder wanted = new SessionBuilder().onTrouble(line -> {
            told.add(line);
            endAtOnce(Objects.requireNonNull(ending.get()));
        });
        RunRows failing = rows(wanted);
        ending.set(failing);
        failing.writeTo(folder.toFile()); // which is no file to write to
        assertThat(failing.add(SECOND, new Readings(failing.metrics()), false)).isNotNull();
        assertThat(told).hasSize(1);
        assertThat(failing.endNanos(7)).as("goes on").isEqualTo(7);
    }

    private static void endAtOnce(RunRows rows) {
        try {
            rows.end(SECOND, PATIENCE);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A pipe that nobody reads hangs when it is opened, as a disk may hang. */
    @Test
    @Timeout(60)
    void fileThatHangs_holdsNobodyUpForLongerThanTheyWait() throws Exception {
        Path pipe = folder.resolve("run.csv");
        assumeTrue(madePipe(pipe), "needs mkfifo");
        rows.writeTo(csv());
        Thread probe = new Thread(() -> rows.add(SECOND, measured, false));
        probe.start();
        while (probe.getStackTrace().length == 0 || !isOpening(probe)) {
            Thread.onSpinWait();
        }
        rows.end(2 * SECOND, SECOND / 100);
        assertThat(rows.endNanos(3 * SECOND)).isEqualTo(3 * SECOND);
        assertThat(probe.isAlive()).isTrue();
        try (FileInputStream reader = new FileInputStream(pipe.toFile())) {
            probe.join();
            assertThat(reader.read()).isEqualTo('t');
        }
    }

    private static boolean isOpening(Thread thread) {
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (frame.getMethodName().startsWith("open0")) {
                return true;
            }
        }
        return false;
    }

    private static boolean madePipe(Path pipe) throws InterruptedException {
        try {
            return new ProcessBuilder("mkfifo", Objects.toString(pipe)).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private RunRows rows(SessionBuilder builder) {
        return new RunRows(builder, new Timeline(), new FreeSpace(trouble::add), RUN);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(csv().toPath());
    }

    private File csv() {
        return folder.resolve("run.csv").toFile();
    }
}
