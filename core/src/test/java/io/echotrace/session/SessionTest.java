package io.echotrace.session;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        double seconds = session.seconds();
        session.stop(SECONDS.toNanos(10));

        File wav = session.wavs().get(0);
        assertThat(Recording.of(wav).duration()).isEqualTo(seconds, within(0.05));
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
    void remarks_standInTheSeriesAtTheirInstant() throws IOException {
        Session session = record("run.wav");
        session.mark("before the first row");
        await().until(() -> session.snapshots() >= 5);
        double marked = session.seconds();
        session.mark("a; b");
        session.acknowledge();
        await().until(() -> session.snapshots() >= 8);
        session.stop(SECONDS.toNanos(10));

        String series = Files.readString(Objects.requireNonNull(session.csv()).toPath());
        assertThat(series).contains(":before%20the%20first%20row").containsOnlyOnce("acknowledge@");
        Matcher mark = Pattern.compile("marker@([0-9.]+)\\+0[0-9.]*:a%3B%20b").matcher(series);
        assertThat(mark.find()).isTrue();
        assertThat(Double.parseDouble(mark.group(1))).isBetween(marked - 0.001, marked + 0.5);
    }

    @Test
    void status_comesOnceASecond_withValuesOrReasons() {
        List<Status> told = new CopyOnWriteArrayList<>();
        List<String> sentences = new CopyOnWriteArrayList<>();
        Session session = Session.builder()
                .csv(folder.resolve("status.csv").toFile())
                .onStatus(status -> {
                    told.add(status);
                    sentences.add(status.sentence());
                })
                .build();
        session.start();
        await().until(() -> told.size() >= 2);
        double seconds = session.seconds();
        session.stop(SECONDS.toNanos(10));

        assertThat((double) told.size()).isLessThanOrEqualTo(seconds + 1);
        assertThat(sentences).allMatch(sentence -> sentence.endsWith("."));
        Status last = told.get(told.size() - 1);
        assertThat(last.metrics().metrics())
                .contains(Metrics.THREADS, Metrics.TEMPERATURE)
                .allSatisfy(metric -> {
                    assertThat(Double.isNaN(last.value(metric))).isEqualTo(last.reason(metric) != null);
                    assertThat(last.score(metric)).as("learning").isNaN();
                });
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
        assertThat(lines.size()).isBetween(16, 40);
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
