package io.echotrace.it.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echotrace.ear.Recording;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent is loaded, asked, told and detached, by whatever can load it. */
class ControlIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int LINES_PER_LOAD = 4;

    @TempDir
    Path folder;

    /** The other versions are attached to by the command line, in {@link AttachIT}. */
    @ParameterizedTest(name = "JDK {0}")
    @ValueSource(ints = {8, 17, 27})
    void agent_isStarted_asked_told_detached_andStartedAgain(int jdk) throws Exception {
        try (AttachTarget host = idle(jdk)) {
            int loads;
            try (TestAttacher attacher = new TestAttacher(host)) {
                assertThat(attacher.tell("start", "- live=off,wav=first.wav")).isEqualTo("ok recording to first.wav");
                assertThat(attacher.awaitKey("values")).contains("process.uptime\t");
                assertThat(attacher.tell("mark", "Coffee; 50% off")).startsWith("ok marked at ");
                assertThat(attacher.tell("acknowledge", "")).startsWith("ok acknowledged at ");
                assertThat(attacher.tell("stop", "")).isEqualTo("ok detached; recording complete: first.wav");
                assertThat(attacher.state()).containsOnlyKeys("answer");
                assertThat(attacher.tell("stop", "")).isEqualTo("error not running in this JVM");
                assertThat(attacher.tell("start", "- live=off,wav=second.wav")).startsWith("ok recording to second");
                attacher.awaitKey("values");
                loads = attacher.loads();
            }
            Outcome outcome = host.end();
            assertThat(outcome.exitCode()).isZero();
            assertThat(outcome.notices())
                    .extracting(line -> line.replaceAll("^echotrace \\S+: ", ""))
                    .containsExactly("recording to first.wav", "recording to second.wav");
            assertThat(outcome.stderrOfTheHost().lines())
                    .allMatch(line -> line.startsWith("WARNING: "))
                    .hasSize(jdk >= 21 ? LINES_PER_LOAD * loads : 0);
        }
        assertThat(Files.readString(folder.resolve("first.csv")))
                .containsOnlyOnce(":Coffee%3B%2050%25%20off")
                .containsOnlyOnce("marker@")
                .containsOnlyOnce("acknowledge@");
        for (String file : List.of("first.wav", "second.wav")) {
            assertThat(Recording.of(folder.resolve(file).toFile()).duration()).isPositive();
        }
    }

    @Test
    void state_saysAllThatStatusNeeds() throws Exception {
        try (AttachTarget host = idle(17);
                TestAttacher attacher = new TestAttacher(host)) {
            Instant before = Instant.now();
            attacher.tell("start", "- live=off,wav=run.wav,wav.rate=16000,foo=1,quiet");
            attacher.awaitKey("values");
            Map<String, String> state = attacher.state();
            assertThat(state)
                    .containsEntry("state", "running")
                    .containsEntry("outputs", "run.wav")
                    .containsEntry("findings", "")
                    .containsKey("version");
            assertThat(Instant.parse(state.get("started"))).isBetween(before.minusSeconds(1), Instant.now());
            assertThat(state.get("sentence")).contains("memory ").endsWith(".");
            assertThat(state.getOrDefault("values", "").lines())
                    .allMatch(line -> line.matches("\\S+\t-?[0-9.]+\t[^\t]*\t(learning|[01]\\.\\d\\d)"))
                    .anyMatch(line -> line.startsWith("jvm.memory.utilization\t0."));
            assertThat(state.getOrDefault("unavailable", "").lines()).allMatch(line -> line.matches("\\S+\t.+"));
            assertThat(state.getOrDefault("options", "").lines())
                    .contains("wav\trun.wav\tagent argument", "wav.rate\t16000\tagent argument")
                    .contains("interval\t100ms\tdefault", "quiet\ttrue\tagent argument");
            assertThat(state.getOrDefault("complaints", "").lines())
                    .singleElement()
                    .matches(line -> line.contains("foo=1"));
            assertThat(state.get("cost"))
                    .matches("\\d.* % of one core since the start, .* % now, allocating \\d+ kB/s");
            attacher.tell("stop", "");
            assertThat(host.end().stderr()).isEmpty();
        }
    }

    @Test
    void relativeFileNames_belongToTheFolderOfWhoAsks() throws Exception {
        Path callers = Files.createDirectory(folder.resolve("my runs+ü"));
        Path hosts = Files.createDirectory(folder.resolve("host"));
        try (AttachTarget host = AttachTarget.start(new JvmLauncher(Jdks.home(17), hosts));
                TestAttacher attacher = new TestAttacher(host)) {
            String encoded =
                    callers.toString().replace(" ", "%20").replace("+", "%2B").replace("ü", "%C3%BC");
            assertThat(attacher.tell("start", encoded + " live=off,csv=a/%n.csv"))
                    .isEqualTo("ok measuring to " + callers.resolve("a/Idle.csv"));
            assertThat(attacher.tell("stop", "")).startsWith("ok ");
        }
        assertThat(callers.resolve("a/Idle.csv")).isNotEmptyFile();
        assertThat(hosts).isEmptyDirectory();
    }

    @Test
    void whatCannotBeDone_isAnsweredInWords() throws Exception {
        try (AttachTarget host = idle(17);
                TestAttacher attacher = new TestAttacher(host)) {
            assertThat(attacher.tell("sing", "la"))
                    .isEqualTo(
                            "error unknown message @sing, known are @start, @stop, @mark, @acknowledge, @mute, @unmute, @snooze, @volume, @only");
            assertThat(attacher.tell("start", "%zz live=off"))
                    .startsWith("error the folder %zz is not percent-encoded");
            assertThat(attacher.tell("mark", "")).isEqualTo("error not running in this JVM");
            assertThat(attacher.tell("start", "- enabled=false"))
                    .isEqualTo("error switched off by enabled=false (agent argument)");
            assertThat(attacher.state()).containsOnlyKeys("answer");
            attacher.load(JvmLauncher.AGENT, "@stop");
            await().until(() -> !host.jvm().stderr().isEmpty());
            assertThat(host.end().stderr()).matches("echotrace \\S+: not running in this JVM\\R");
        }
    }

    @Test
    void startThatComesToNothing_isRefused_andLeavesNothing() throws Exception {
        Files.createFile(folder.resolve("file"));
        try (AttachTarget host = idle(17);
                TestAttacher attacher = new TestAttacher(host)) {
            assertThat(attacher.tell("start", "- live=off,wav=file/run.wav"))
                    .startsWith("error neither playing nor recording: ")
                    .contains("file");
            assertThat(attacher.state()).containsOnlyKeys("answer");
            assertThat(attacher.tell("start", "- live=off,wav=file/run.wav,csv=run.csv"))
                    .isEqualTo("ok measuring to run.csv");
        }
    }

    @Test
    void delay_isAnsweredAtOnce() throws Exception {
        try (AttachTarget host = idle(17);
                TestAttacher attacher = new TestAttacher(host)) {
            assertThat(attacher.tell("start", "- live=off,wav=run.wav,delay=1h"))
                    .matches("ok begins in 3[56]\\d\\d s: recording to run.wav");
            assertThat(attacher.tell("start", "-")).contains("already running in this JVM", ": begins in 3");
            assertThat(attacher.tell("stop", "")).isEqualTo("ok detached");
            assertThat(host.end().stderr()).isEmpty();
        }
        assertThat(folder.resolve("run.wav")).doesNotExist();
    }

    /** Whether the text may be said on standard error is for the start itself to decide, whoever reads its refusal. */
    @Test
    void startThatIsRefused_isAsQuietAsItWasAsked() throws Exception {
        Files.writeString(folder.resolve("strict.properties"), "strict=true");
        try (AttachTarget host = idle(17);
                TestAttacher attacher = new TestAttacher(host)) {
            attacher.load(JvmLauncher.AGENT, "config=strict.properties,wvv=x,quiet");
            attacher.load(JvmLauncher.AGENT, "config=strict.properties,wvv=y,log=off");
            attacher.load(JvmLauncher.AGENT, "config=strict.properties,wvv=z,log=warn");
            await().atMost(PATIENCE).until(() -> !host.jvm().stderr().isEmpty());
            assertThat(host.end().stderr().lines())
                    .singleElement()
                    .matches(line -> line.contains("not started, because strict is set") && line.contains("wvv=z"));
        }
    }

    @Test
    void loads_ofAnotherCopyOfTheJar_findTheRunningAgent() throws Exception {
        Path copy = Files.copy(JvmLauncher.AGENT, folder.resolve("copy.jar"));
        try (AttachTarget host =
                        AttachTarget.start(new JvmLauncher(Jdks.home(17), folder).agent("live=off,csv=run.csv"));
                TestAttacher attacher = new TestAttacher(host)) {
            attacher.awaitKey("values");
            attacher.load(copy, "@mark#copy from the copy");
            assertThat(attacher.answer("copy")).startsWith("ok marked at ");
            attacher.load(copy, "live=off,csv=second.csv");
            await().until(() -> host.jvm().stderr().contains("already running in this JVM"));
            assertThat(host.jvm().stderr().lines())
                    .last()
                    .matches(line ->
                            line.endsWith(": measuring to run.csv; to start it with other options, detach it first"));
            attacher.load(copy, "@stop#end");
            assertThat(attacher.answer("end")).isEqualTo("ok detached; measurements complete: run.csv");
        }
        assertThat(folder.resolve("second.csv")).doesNotExist();
    }

    private AttachTarget idle(int jdk) throws IOException {
        return AttachTarget.start(new JvmLauncher(Jdks.home(jdk), folder));
    }
}
