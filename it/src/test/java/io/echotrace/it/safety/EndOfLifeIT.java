package io.echotrace.it.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.ear.Recording;
import io.echotrace.it.host.LastWords;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However the host ends in order, its recording is complete. */
class EndOfLifeIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"return,0", "exit,3", "throw,1", "terminate,143"})
    void recording_isCompleteToItsLastRow(String end, int exitCode) throws Exception {
        Outcome outcome =
                new JvmLauncher(Jdks.running(), folder).agent("wav=run.wav").run(LastWords.class, "run.csv", end);
        assertThat(outcome.exitCode()).isEqualTo(exitCode);
        List<String> rows = Files.readAllLines(folder.resolve("run.csv"));
        String last = rows.get(rows.size() - 1);
        assertThat(Recording.of(folder.resolve("run.wav").toFile()).duration())
                .isEqualTo(Double.parseDouble(last.substring(0, last.indexOf(','))), within(0.05));
    }
}
