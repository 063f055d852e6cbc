package io.echotrace.it.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.echotrace.ear.Recording;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.OnEveryJdk;
import io.echotrace.it.jvm.Outcome;
import io.echotrace.it.jvm.TargetJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineIT {
    private static final Pattern SAVED = Pattern.compile("Saved (\\d+) samples, ([0-9.]+) seconds: (.*)");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @OnEveryJdk
    void version_isPrinted(int jdk) throws Exception {
        Outcome outcome = new JvmLauncher(Jdks.home(jdk), folder).commandLine("version");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.stderr()).isEmpty();
        assertThat(outcome.stdout().lines()).first().isEqualTo("echotrace " + System.getProperty("echotrace.version"));
    }

    @OnEveryJdk
    void monitor_recordsAsLongAsAsked_andSaysWhatItSaved(int jdk) throws Exception {
        Outcome outcome = new JvmLauncher(Jdks.home(jdk), folder)
                .commandLine("monitor", "-d", "2", "-i", "0.05", "-o", "run.wav");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.stderr()).isEmpty();
        assertThat(outcome.stdout()).startsWith("Listening: run.wav.");
        MatchResult saved = saved(outcome.stdout());
        assertThat(saved.group(3)).isEqualTo("run.wav, run.csv");
        assertThat(Double.parseDouble(saved.group(2))).isGreaterThanOrEqualTo(2);
        assertCompleteToTheLastRow();
        assertThat(Files.readAllLines(folder.resolve("run.csv"))).hasSize(Integer.parseInt(saved.group(1)) + 1);
    }

    @Test
    void monitor_keepsTheFile_whenItIsInterrupted() throws Exception {
        JvmLauncher launcher = new JvmLauncher(Jdks.running(), folder);
        try (TargetJvm jvm = launcher.startCommandLine("monitor", "-o", "run.wav")) {
            await().atMost(PATIENCE).until(() -> jvm.stdout().contains(" s: CPU "));
            jvm.process().destroy(); // SIGTERM takes the way of Ctrl-C
            Outcome outcome = jvm.awaitEnd();
            assertThat(saved(outcome.stdout()).group(3)).isEqualTo("run.wav, run.csv");
            assertCompleteToTheLastRow();
        }
    }

    @Test
    void render_saysWhatItMade() throws Exception {
        JvmLauncher launcher = new JvmLauncher(Jdks.running(), folder);
        Files.writeString(folder.resolve("run.csv"), "time_s,value\n0,1\n2,1\n");
        Outcome outcome = launcher.commandLine("render", "run.csv", "-o", "run.wav");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.stdout()).startsWith("run.csv -> run.wav: ");
        assertCompleteToTheLastRow();
    }

    @Test
    void score_writesItsScoresBesideTheValues() throws Exception {
        Files.writeString(folder.resolve("run.csv"), "timestamp,value\n2014-02-27 00:00:00,1\n2014-02-27 00:05:00,2\n");
        Outcome outcome =
                new JvmLauncher(Jdks.running(), folder).commandLine("score", "run.csv", "-o", "scores/run.csv");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.stdout()).startsWith("run.csv -> ").contains(": 2 rows");
        assertThat(Files.readAllLines(folder.resolve("scores/run.csv")))
                .containsExactly("timestamp,value,anomaly_score", "2014-02-27 00:00:00,1,0", "2014-02-27 00:05:00,2,0");
    }

    @Test
    void missingFile_isOneLine_andExitCode1() throws Exception {
        Outcome outcome = new JvmLauncher(Jdks.running(), folder).commandLine("render", "none.csv", "-o", "out.wav");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.stderr().lines()).singleElement().asString().contains("none.csv");
        assertThat(folder.resolve("out.wav")).doesNotExist();
    }

    private void assertCompleteToTheLastRow() throws IOException {
        List<String> rows = Files.readAllLines(folder.resolve("run.csv"));
        String last = rows.get(rows.size() - 1);
        assertThat(Recording.of(folder.resolve("run.wav").toFile()).duration())
                .isEqualTo(Double.parseDouble(last.substring(0, last.indexOf(','))), within(0.05));
    }

    private static MatchResult saved(String stdout) {
        return SAVED.matcher(stdout).results().findFirst().orElseThrow(() -> new AssertionError(stdout));
    }
}
