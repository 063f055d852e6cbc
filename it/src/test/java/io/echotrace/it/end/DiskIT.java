package io.echotrace.it.end;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echotrace.ear.Recording;
import io.echotrace.it.host.Idle;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.Outcome;
import io.echotrace.it.jvm.TargetJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trouble with the disk is a line, and the host runs on. */
class DiskIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long MEGABYTE = 1_000_000;

    @TempDir
    Path folder;

    @Test
    void recordingStops_beforeTheDiskIsFull() throws Exception {
        try (SmallDisk disk = SmallDisk.mounted(folder.resolve("disk"), 1_040 * MEGABYTE);
                TargetJvm host = start("wav=disk/run.wav,live=off")) {
            awaitRows(disk.folder().resolve("run.csv"));
            disk.fill(60 * MEGABYTE);
            await().atMost(PATIENCE).until(() -> host.stderr().contains("recording stops"));
            awaitNoMore(disk.folder().resolve("run.csv"));
            Outcome outcome = end(host);

            assertThat(outcome.notices()).hasSize(2);
            assertThat(outcome.notices().get(1)).contains(disk.folder().toString(), "another folder");
            assertThat(Recording.of(disk.folder().resolve("run.wav").toFile()).duration())
                    .isPositive();
        }
    }

    @Test
    void diskWithTooLittleSpace_getsNoFile_andTheLineSaysWhatToDo() throws Exception {
        try (SmallDisk disk = SmallDisk.mounted(folder.resolve("disk"), 100 * MEGABYTE)) {
            Outcome outcome = end(start("wav=disk/run.wav,live=off"));
            assertThat(outcome.notices())
                    .hasSize(2)
                    .anyMatch(line -> line.contains("0.10 GB (100 %)") && line.contains("another folder"))
                    .anyMatch(line -> line.endsWith("neither playing nor recording"));
            assertThat(disk.folder()).isEmptyDirectory();
        }
    }

    @Test
    void readOnlyFolder_isALine_andTheHostRunsOn() throws Exception {
        try (SmallDisk disk = SmallDisk.mounted(folder.resolve("disk"), 2_000 * MEGABYTE)) {
            disk.makeReadOnly();
            Outcome outcome = end(start("wav=disk/run.wav,live=off"));
            assertThat(outcome.notices())
                    .hasSize(2)
                    .anyMatch(line -> line.contains("not recording to disk/run.wav: "))
                    .anyMatch(line -> line.endsWith("neither playing nor recording"));
        }
    }

    @Test
    void folderThatIsDeletedInMidRun_isALineForEachFile_andTheHostRunsOn() throws Exception {
        try (TargetJvm host = start("wav=new/run.wav,live=off")) {
            Path csv = folder.resolve("new/run.csv");
            awaitRows(csv);
            Files.delete(csv);
            Files.delete(folder.resolve("new/run.wav"));
            Files.delete(folder.resolve("new"));
            await().atMost(PATIENCE).until(() -> host.stderr().lines().count() == 3);
            Outcome outcome = end(host);
            assertThat(outcome.notices())
                    .hasSize(3)
                    .anyMatch(line -> line.endsWith("not recording to new/run.wav: the file is gone"))
                    .anyMatch(line -> line.endsWith("the CSV ends early: new/run.csv is gone"));
            assertThat(folder.resolve("new")).doesNotExist();
        }
    }

    private TargetJvm start(String options) throws IOException {
        return new JvmLauncher(Jdks.running(), folder).agent(options).start(Idle.class);
    }

    /** Ends the host when the agent has spoken, and asserts that nothing is wrong with it. */
    private static Outcome end(TargetJvm host) throws IOException {
        await().atMost(PATIENCE).until(() -> host.stderr().contains("recording"));
        host.process().getOutputStream().close();
        Outcome outcome = host.awaitEnd();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.stdout()).containsPattern("main \\d+\\Rend \\d+");
        assertThat(outcome.stderrOfTheHost()).isEmpty();
        return outcome;
    }

    /** Ten rows a second stand in it within half of this, as long as any are written. */
    private static void awaitNoMore(Path csv) {
        long[] previous = {-1};
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(6)).until(() -> {
            long before = previous[0];
            previous[0] = Files.size(csv);
            return previous[0] == before;
        });
    }

    private static void awaitRows(Path csv) {
        await().atMost(PATIENCE).until(() -> Files.exists(csv) && Files.size(csv) > 3_000);
    }
}
