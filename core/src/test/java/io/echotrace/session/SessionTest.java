package io.echotrace.session;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.echotrace.ear.Recording;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Occurrence;
import io.echotrace.series.SeriesReader;
import java.io.File;
import java.io.FileReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("lives in real time")
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
        assertSameSound(render("run.csv"), Recording.of(wav));
        assertThat(troubles).isEmpty();
    }

    /** Such a run has hardly begun to load what it measures with. */
    @Test
    void runOfAMoment_hasARowAndASound_thatEndTogether() throws IOException {
        Session session = record("run.wav");
        session.stop(SECONDS.toNanos(10));

        await().until(() -> session.csv() != null && session.csv().length() > 0);
        List<String> lines = Files.readAllLines(folder.resolve("run.csv"));
        assertThat(lines).hasSizeGreaterThanOrEqualTo(2);
        assertThat(lines.get(1)).contains("run@0.000+?:echotrace=");
        String last = lines.get(lines.size() - 1);
        Recording sound = Recording.of(folder.resolve("run.wav").toFile());
        assertThat(sound.duration()).isEqualTo(Double.parseDouble(last.substring(0, last.indexOf(','))), within(1e-4));
        assertSameSound(render("run.csv"), sound);
        assertThat(troubles).isEmpty();
    }

    @Test
    void longRun_keepsItsNewestFiles_whichHoldTheEndOfWhatTheSeriesRendersTo() throws IOException {
        Session session = Session.builder()
                .sound(SoundOptions.DEFAULT.withWav(48_000, 2))
                .wav(folder.resolve("run.wav").toFile())
                .wavMax(1_000_000)
                .onTrouble(troubles::add)
                .build();
        session.start();
        session.mark("early");
        await().until(() -> Files.exists(folder.resolve("run.vtt")));
        await().until(() ->
                session.wavs().size() == 2 && session.wavs().get(0).getName().equals("run-2.wav"));
        session.mark("late");
        session.stop(SECONDS.toNanos(10));

        assertThat(folder.resolve("run.wav")).doesNotExist();
        assertThat(folder.resolve("run.vtt")).as("its captions").doesNotExist();
        assertThat(folder.resolve("run-3.vtt")).content().endsWith("\nMarker: late\n");
        assertThat(session.wavs()).extracting(File::getName).containsExactly("run-2.wav", "run-3.wav");
        Occurrence second = parts("run.csv").get(1);
        assertThat(second.text()).isEqualTo("wav=run-2.wav");
        Recording first = Recording.of(session.wavs().get(0));
        Recording rendered = render("run.csv");
        double start = second.startNanos() / 1e9;
        double end = start + first.duration();
        assertSameSound(rendered.slice(start, end), first);
        assertSameSound(
                rendered.slice(end, rendered.duration()),
                Recording.of(session.wavs().get(1)));
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
        assertThat(lines).hasSize((int) session.snapshots() + 1);
    }

    /** The name of the speaker is that of none, so that none is found wherever this runs. */
    @Test
    void csvBesideAFallback_isOneFile() throws IOException {
        Session session = Session.builder()
                .speaker("no device has such a name")
                .csv(folder.resolve("rows.csv").toFile())
                .fallbackWav(folder.resolve("run.wav").toFile())
                .build();
        session.start();
        await().until(() -> session.snapshots() >= 2);
        session.stop(SECONDS.toNanos(10));

        assertThat(session.csv()).hasName("rows.csv").isNotEmpty();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("rows.csv", "run.wav");
        }
    }

    @Test
    void listenersThatThrow_loseTheirCalls_andNothingElse() throws IOException {
        CountDownLatch ended = new CountDownLatch(1);
        Session session = Session.builder()
                .wav(folder.resolve("run.wav").toFile())
                .durationNanos(SECONDS.toNanos(3))
                .onStart(started -> fail(troubles, "start"))
                .onStatus(status -> fail(troubles, "status"))
                .onMoment(moment -> fail(new ArrayList<>(), "moment"))
                .onTrouble(line -> fail(troubles, line))
                .onEnd(over -> {
                    ended.countDown();
                    fail(troubles, "end");
                })
                .start();
        await().atMost(30, SECONDS).until(() -> ended.getCount() == 0);

        assertThat(troubles).contains("start", "status", "end");
        assertThat(troubles)
                .filteredOn(line -> line.startsWith("a listener failed"))
                .hasSize(1);
        assertThat(Recording.of(session.wavs().get(0)).duration()).isGreaterThanOrEqualTo(3);
        assertSameSound(render("run.csv"), Recording.of(session.wavs().get(0)));
    }

    private static void fail(List<String> told, String news) {
        told.add(news);
        throw new IllegalStateException("of the program's own");
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

    /** It runs on the thread whose end is waited for. */
    @Test
    void sessionThatAListenerEnds_isComplete_withoutWaitingForItself() throws IOException {
        AtomicReference<Session> stopped = new AtomicReference<>();
        List<Double> seconds = new CopyOnWriteArrayList<>();
        CountDownLatch complete = new CountDownLatch(1);
        Session session = Session.builder()
                .wav(folder.resolve("run.wav").toFile())
                .onTrouble(troubles::add)
                .onMoment(moment -> {
                    Session current = stopped.get();
                    if (current != null && seconds.isEmpty()) {
                        double before = current.seconds();
                        current.stop(SECONDS.toNanos(600));
                        seconds.add(current.seconds() - before);
                    }
                })
                .onEnd(ended -> {
                    ended.close();
                    complete.countDown();
                })
                .build();
        session.start();
        await().until(() -> session.snapshots() >= 5);
        stopped.set(session);
        await().atMost(30, SECONDS).until(() -> complete.getCount() == 0);

        assertThat(seconds).singleElement().satisfies(taken -> assertThat(taken).isLessThan(60));
        assertSameSound(
                render("run.csv"), Recording.of(folder.resolve("run.wav").toFile()));
        assertThat(troubles).isEmpty();
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

    private Recording render(String csv) throws IOException {
        RenderedSound sound = new Rendering(SoundOptions.DEFAULT)
                .render(
                        folder.resolve(csv).toFile(),
                        folder.resolve("again.wav").toFile(),
                        seconds -> {});
        return Recording.of(sound.files().get(0));
    }

    private static void assertSameSound(Recording actual, Recording expected) {
        assertThat(actual.channel(0)).isEqualTo(expected.channel(0));
        assertThat(actual.channel(1)).isEqualTo(expected.channel(1));
    }

    private List<Occurrence> parts(String csv) throws IOException {
        List<Occurrence> parts = new ArrayList<>();
        try (SeriesReader reader =
                new SeriesReader(new FileReader(folder.resolve(csv).toFile(), StandardCharsets.UTF_8))) {
            reader.forEachRemaining(row -> row.occurrences().stream()
                    .filter(occurrence -> occurrence.kind() == Occurrence.Kind.RUN)
                    .forEach(parts::add));
        }
        return parts;
    }
}
