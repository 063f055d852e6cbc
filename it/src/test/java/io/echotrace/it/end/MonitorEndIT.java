package io.echotrace.it.end;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.Outcome;
import io.echotrace.it.jvm.TargetJvm;
import io.echotrace.it.sound.RecordedRun;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code monitor} ended by signals: what it has recorded is kept and told. */
class MonitorEndIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
    void files_areWhole_andTold(String signal, int exitCode) throws Exception {
        try (TargetJvm monitor = started()) {
            Signals.send(monitor.process(), signal);
            Outcome outcome = monitor.awaitEnd();
            assertThat(outcome.exitCode()).isEqualTo(exitCode);
            assertThat(outcome.stderr()).isEmpty();
            assertThat(outcome.stdout().lines())
                    .filteredOn(line -> line.matches("Saved \\d+ samples, [0-9.]+ seconds: run\\.wav, run\\.csv"))
                    .hasSize(1);
        }
        assertWhole();
    }

    /** A terminal that takes nothing more holds up the last words, and with them the end. */
    @Test
    void secondInterrupt_endsAtOnce() throws Exception {
        Path terminal = folder.resolve("terminal");
        assertThat(new ProcessBuilder("mkfifo", terminal.toString()).start().waitFor())
                .isZero();
        try (RandomAccessFile open = new RandomAccessFile(terminal.toFile(), "rw")) {
            String fill = "timeout 1 dd if=/dev/zero bs=4k of=" + terminal;
            new ProcessBuilder("sh", "-c", fill).start().waitFor();
            try (TargetJvm monitor = Signals.launcher(Jdks.running(), folder)
                    .startedBy("sh", "-c", "exec \"$@\" >" + terminal, "sh")
                    .startCommandLine("monitor", "--plain", "-o", "run.wav")) {
                Path csv = folder.resolve("run.csv");
                await().atMost(PATIENCE).until(() -> Files.exists(csv));
                Signals.send(monitor.process(), "INT");
                await().atMost(PATIENCE).until(() -> Files.size(csv) > 0);
                assertThat(monitor.process().isAlive()).isTrue();
                Signals.send(monitor.process(), "INT");
                assertThat(monitor.awaitEnd().exitCode()).isEqualTo(130);
            }
            assertThat(open.getFD().valid()).isTrue(); // open to the end, or writing would fail and not hang
        }
        assertThat(recorded().lastRowSeconds()).isPositive();
    }

    private TargetJvm started() throws Exception {
        TargetJvm monitor =
                Signals.launcher(Jdks.running(), folder).startCommandLine("monitor", "--plain", "-o", "run.wav");
        await().atMost(PATIENCE).until(() -> monitor.stdout().contains(" s: CPU "));
        return monitor;
    }

    private void assertWhole() throws Exception {
        RecordedRun run = recorded();
        assertThat(run.soundSeconds()).isBetween(run.lastRowSeconds() - 0.001, run.lastRowSeconds() + 0.001);
    }

    private RecordedRun recorded() throws Exception {
        return new RecordedRun(
                folder.resolve("run.wav").toFile(), folder.resolve("run.csv").toFile());
    }
}
