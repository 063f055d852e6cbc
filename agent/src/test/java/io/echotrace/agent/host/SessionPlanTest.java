package io.echotrace.agent.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.agent.file.ThisRun;
import io.echotrace.agent.option.SettingsReader;
import io.echotrace.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionPlanTest {
    @TempDir
    Path folder;

    @Test
    void wav_isRecorded_andTheCsvStandsBesideIt() throws Exception {
        Path wav = folder.resolve("a.b.wav");
        assertThat(sentence("wav=" + wav)).isEqualTo("recording to " + wav);
        assertThat(folder.resolve("a.b.csv")).exists();
    }

    @Test
    void measurements_alone_areAnOutput() throws Exception {
        Path csv = folder.resolve("only.csv");
        assertThat(sentence("live=off,csv=" + csv)).isEqualTo("measuring to " + csv);
        assertThat(folder.toFile().list()).containsExactly("only.csv");
    }

    @Test
    void tokens_nameTheRun() throws Exception {
        sentence("wav=" + folder.resolve("%n-%p.wav"));
        assertThat(folder.resolve("Shop-" + ProcessHandle.current().pid() + ".wav"))
                .exists();
    }

    @Test
    void takenName_isNotOverwritten() throws Exception {
        Path wav = folder.resolve("run.wav");
        Files.createFile(wav);
        assertThat(sentence("wav=" + wav)).isEqualTo("recording to " + folder.resolve("run-2.wav"));
        assertThat(wav).isEmptyFile();
    }

    @Test
    void planThatComesToNothing_saysSo() throws Exception {
        Path noFolder = Files.createFile(folder.resolve("file"));
        assertThat(sentence("live=off,wav=" + noFolder.resolve("run.wav"))).isEqualTo("neither playing nor recording");
    }

    @ParameterizedTest
    @CsvSource({
        "auto, no output asked for and no sound device",
        "off, no output asked for",
        "on, cannot play",
        "USB, cannot play on USB",
    })
    void recordingThatNobodyAskedFor_isExplained(String live, String expected) {
        assertThat(SessionPlan.unasked(live)).isEqualTo(expected);
    }

    private static String sentence(String options) throws InterruptedException {
        SessionPlan plan = new SessionPlan(
                SettingsReader.read(options, Map.of(), Map.of()), new ThisRun("Shop", Instant.EPOCH), null);
        BlockingQueue<String> sentences = new ArrayBlockingQueue<>(1);
        Session session = plan.builder(trouble -> {})
                .onStart(started -> sentences.add(plan.describe(started)))
                .build();
        session.start();
        String sentence = sentences.poll(30, TimeUnit.SECONDS);
        session.stop(TimeUnit.SECONDS.toNanos(10));
        return String.valueOf(sentence);
    }
}
