package io.echotrace.session;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echotrace.ear.Recording;
import io.echotrace.metric.Metrics;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {
    @TempDir
    Path folder;

    private final List<String> troubles = new CopyOnWriteArrayList<>();

    @Test
    void recording_isAsLongAsTheRun_andItsSeriesRendersToTheSameBytes() throws IOException {
        Session session = record("run.wav");
        await().until(() -> session.snapshots() >= 25);
        double atLeast = session.seconds();
        session.stop(SECONDS.toNanos(10));
        double atMost = session.seconds();

        File wav = session.wavs().get(0);
        assertThat(Recording.of(wav).duration()).isBetween(atLeast - 0.001, atMost);
        File csv = Objects.requireNonNull(session.csv());
        assertThat(csv).isEqualTo(folder.resolve("run.csv").toFile());
        RenderedSound again = new Rendering(SoundOptions.DEFAULT)
                .render(csv, folder.resolve("again.wav").toFile(), s -> {});
        assertThat(Recording.of(again.files().get(0)).channel(0))
                .isEqualTo(Recording.of(wav).channel(0));
        assertThat(Recording.of(again.files().get(0)).channel(1))
                .isEqualTo(Recording.of(wav).channel(1));
        assertThat(troubles).isEmpty();
    }

    @Test
    void series_holdsTheRunAndRealMeasurements() throws IOException {
        Session session = record("run.wav");
        await().until(() -> session.snapshots() >= 15);
        assertThat(Objects.requireNonNull(session.moment()).row().value(Metrics.THREADS))
                .isGreaterThan(3);
        session.stop(SECONDS.toNanos(10));

        List<String> lines =
                Files.readAllLines(Objects.requireNonNull(session.csv()).toPath());
        assertThat(lines.get(0)).startsWith("time_s,system.cpu.utilization,").endsWith(",score,events");
        assertThat(lines.get(1))
                .contains("run@0.000+?:echotrace=" + Version.text())
                .contains("name=test");
        assertThat(lines).hasSize((int) session.snapshots() + 1);
    }

    @Test
    void existingFiles_areNotOverwritten() throws IOException {
        Files.writeString(folder.resolve("run.wav"), "mine");
        Session session = record("run.wav");
        await().until(() -> session.snapshots() >= 2);
        session.stop(SECONDS.toNanos(10));
        assertThat(folder.resolve("run.wav")).hasContent("mine");
        assertThat(session.wavs().get(0)).hasName("run-2.wav");
        assertThat(session.csv()).hasName("run-2.csv");
    }

    @Test
    void session_leavesNoThread_andStopsTwiceWithoutHarm() {
        Session session = record("run.wav");
        await().until(() -> session.snapshots() >= 2);
        session.stop(SECONDS.toNanos(10));
        session.stop(SECONDS.toNanos(10));
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("echotrace-")));
    }

    @Test
    void fileThatCannotBeMade_isOneLine_andMeasuringGoesOn() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        Session session = record("file/run.wav");
        await().until(() -> session.snapshots() >= 5);
        session.stop(SECONDS.toNanos(10));
        assertThat(troubles).singleElement().asString().contains("file");
    }

    private Session record(String name) {
        Session session = Session.builder()
                .named("test", "here")
                .wav(folder.resolve(name).toFile())
                .onTrouble(troubles::add)
                .build();
        session.start();
        return session;
    }
}
