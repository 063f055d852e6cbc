package io.echotrace.it.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.ear.Recording;
import io.echotrace.it.host.Hello;
import io.echotrace.it.host.Idle;
import io.echotrace.it.host.ThreadList;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.OnEveryJdk;
import io.echotrace.it.jvm.Outcome;
import io.echotrace.series.RunInfo;
import io.echotrace.series.SeriesReader;
import java.io.FileReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsIT {
    private static final Outcome HELLO = new Outcome(0, "hello" + System.lineSeparator(), "");

    @TempDir
    Path folder;

    private JvmLauncher launcher;

    @BeforeEach
    void newLauncher() {
        launcher = new JvmLauncher(Jdks.running(), folder);
    }

    /** JDK 27 is left out: it takes a minute to exit from within premain, waiting for its own callback to return. */
    @ParameterizedTest(name = "JDK {0}")
    @ValueSource(ints = {8, 11, 17, 21, 25})
    void strictAgent_endsTheHostBeforeItsMain_whenAnOptionIsWrong(int jdk) throws Exception {
        Outcome outcome = new JvmLauncher(Jdks.home(jdk), folder)
                .agent("strict,wav=run.wav,wav.rate=banana,wvv=x")
                .run(Hello.class);
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.stdout()).isEmpty();
        assertThat(outcome.stderr().lines())
                .singleElement()
                .asString()
                .startsWith("echotrace ")
                .contains("strict", "wav.rate=banana", "wvv=x", "did you mean wav?");
        assertThat(folder).isEmptyDirectory();
    }

    @OnEveryJdk
    void strictAgent_letsTheHostBe_whenAllOptionsAreRight(int jdk) throws Exception {
        Outcome outcome = new JvmLauncher(Jdks.home(jdk), folder)
                .agent("strict,live=off,csv=run.csv")
                .run(ThreadList.class, "run.csv");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.stdout()).contains("watched: true");
    }

    @Test
    void strictness_mayBeAPropertyOrAVariable() throws Exception {
        Outcome byProperty =
                launcher.agent("wvv=x").jvmOption("-Dechotrace.strict=true").run(Hello.class);
        Outcome byVariable = new JvmLauncher(Jdks.running(), folder)
                .agent("quiet,wvv=x")
                .variable("ECHOTRACE_STRICT", "true")
                .run(Hello.class);
        assertThat(byProperty.exitCode()).isEqualTo(1);
        assertThat(byVariable.exitCode()).isEqualTo(1);
        assertThat(byVariable.notices()).hasSize(1);
    }

    @Test
    void strictnessOfAFile_keepsTheAgentAway_andNeverTheHost() throws Exception {
        Files.writeString(folder.resolve("strict.properties"), "strict=true\nwvv=x\n");
        Outcome outcome = launcher.agent("config=strict.properties").run(Idle.class, "3000");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.stdout()).contains("end ");
        assertThat(outcome.notices()).singleElement().asString().contains("not started", "wvv=x");
    }

    @Test
    void skippedHost_hearsNothingOfTheAgent() throws Exception {
        assertThat(launcher.agent("wav=run.wav,wvv=x,skip=Other:*.Hel?o").run(Hello.class))
                .isEqualTo(HELLO);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void file_setsWhatArgumentsDoNot() throws Exception {
        Files.writeString(folder.resolve("echotrace.properties"), "wav=of-file.wav\nsmall\nwav.channels=2\nlive=off\n");
        Outcome outcome = launcher.agent("config=echotrace.properties,csv=of%20arguments.csv")
                .run(Idle.class, "1500");
        assertThat(outcome.notices()).singleElement().asString().endsWith("recording to of-file.wav");
        assertThat(folder.resolve("of arguments.csv")).exists();
        Recording recording = Recording.of(folder.resolve("of-file.wav").toFile());
        assertThat(recording.sampleRate()).isEqualTo(16_000);
        assertThat(recording.channelCount()).isEqualTo(2);
    }

    @Test
    void duration_endsTheRecording_andTheHostRunsOn() throws Exception {
        Outcome outcome = launcher.agent("wav=run.wav,live=off,duration=1500ms").run(Idle.class, "4000");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.stdout()).contains("end ");
        assertThat(outcome.notices()).singleElement().asString().endsWith(": recording to run.wav");
        double seconds = Recording.of(folder.resolve("run.wav").toFile()).duration();
        assertThat(seconds).isBetween(1.5, 3.9); // a machine that is busy may be late
        assertThat(lastRowSeconds()).isEqualTo(seconds, within(0.002));
    }

    @Test
    void delay_movesTheRecordingsStart() throws Exception {
        Outcome outcome = launcher.agent("wav=run.wav,live=off,delay=1500ms").run(Idle.class, "4000");
        assertThat(outcome.exitCode()).isZero();
        Instant main = Instant.ofEpochMilli(Long.parseLong(
                outcome.stdout().lines().findFirst().orElseThrow().replace("main ", "")));
        Instant start = Instant.parse(run().get("start", ""));
        // The agent starts before main does, by less than the time that a busy machine needs for it.
        assertThat(Duration.between(main, start)).isBetween(Duration.ofMillis(100), Duration.ofMillis(1500));
        assertThat(Recording.of(folder.resolve("run.wav").toFile()).duration()).isBetween(1.0, 4.0);
    }

    @Test
    void hostThatEndsBeforeTheDelayIsOver_leavesNothing_andIsNotHeldUp() throws Exception {
        assertThat(launcher.agent("wav=run.wav,delay=1h").run(Hello.class)).isEqualTo(HELLO);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void misspeltNames_areNoticedInEverySource_inOneLine() throws Exception {
        Files.writeString(folder.resolve("c.properties"), "intervall=1s\n");
        Outcome outcome = launcher.agent("live=off,csv=run.csv,wvv=1,config=c.properties")
                .jvmOption("-Dechotrace.wva=2")
                .variable("ECHOTRACE_CVS", "3")
                .variable("ECHOTRACE_JDKS", "/jdks")
                .run(ThreadList.class, "run.csv");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.notices().get(0))
                .contains("wvv=1", "echotrace.wva=2", "did you mean echotrace.wav?", "did you mean ECHOTRACE_CSV?")
                .contains("intervall=1s (file c.properties)")
                .doesNotContain("JDKS");
    }

    @Test
    void levelDebug_tellsWhatWasDecided() throws Exception {
        Outcome outcome = launcher.agent("live=off,csv=run.csv,log=debug")
                .jvmOption("-Dechotrace.interval=200ms")
                .run(ThreadList.class, "run.csv");
        assertThat(outcome.stderrOfTheHost()).isEmpty();
        assertThat(outcome.notices())
                .anyMatch(line -> line.endsWith("option interval=200ms (system property)"))
                .anyMatch(line -> line.endsWith("option network.max=100MB (default)"));
    }

    @Test
    void levelWarn_tellsOnlyWhatDoesNotWork() throws Exception {
        Outcome outcome = launcher.agent("log=warn,csv=run.csv,live=off,wvv=x").run(ThreadList.class, "run.csv");
        assertThat(outcome.notices()).singleElement().asString().contains("wvv=x");
    }

    private double lastRowSeconds() throws IOException {
        try (SeriesReader rows = rows()) {
            double last = 0;
            while (rows.hasNext()) {
                last = rows.next().atNanos() / 1e9;
            }
            return last;
        }
    }

    private RunInfo run() throws IOException {
        try (SeriesReader rows = rows()) {
            return RunInfo.parse(rows.next().occurrences().get(0).text());
        }
    }

    private SeriesReader rows() throws IOException {
        return new SeriesReader(new FileReader(folder.resolve("run.csv").toFile(), StandardCharsets.UTF_8));
    }
}
