package io.echotrace.agent.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.agent.file.ThisRun;
import io.echotrace.agent.option.SettingsReader;
import io.echotrace.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private static String sentence(String options) throws InterruptedException {
        SessionPlan plan = new SessionPlan(
                SettingsReader.read(options, Map.of(), Map.of()),
                new ThisRun("Shop", LocalDateTime.of(2026, 1, 1, 0, 0)));
        BlockingQueue<String> sentences = new ArrayBlockingQueue<>(1);
        Session session = plan.builder()
                .onStart(started -> sentences.add(plan.describe(started)))
                .build();
        session.start();
        String sentence = sentences.poll(30, TimeUnit.SECONDS);
        session.stop(TimeUnit.SECONDS.toNanos(10));
        return String.valueOf(sentence);
    }
}
