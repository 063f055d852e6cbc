package io.echotrace.session;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.echotrace.anomaly.Scorer;
import io.echotrace.ear.Recording;
import io.echotrace.finding.Fault;
import io.echotrace.mapping.Sentence;
import io.echotrace.metric.CallMetrics;
import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import io.echotrace.metric.Rows;
import io.echotrace.metric.Unit;
import io.echotrace.probe.FakeCalls;
import io.echotrace.probe.MethodProbe;
import io.echotrace.series.RunInfo;
import io.echotrace.series.SeriesReader;
import io.echotrace.timeline.Timeline;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that a program times itself, in a session. */
@Isolated("lives in real time")
class TimedCallsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long MILLI = 1_000_000;

    @TempDir
    Path folder;

    private final FakeCalls checkout = new FakeCalls("checkout");
    private final FakeCalls search = new FakeCalls("search");
    private final List<String> troubles = new CopyOnWriteArrayList<>();

    /** From the first instant to the last: nothing is lost at either end, and nothing counted twice. */
    @Test
    void counts_areInTheSeries_toTheLastCall() throws IOException {
        checkout.calls(1_000, MILLI).errors(5); // before the session has started
        Session session = recorded().calls(List.of(checkout, search)).start();
        checkout.calls(11, MILLI).errors(1);
        for (int i = 0; i < 20; i++) {
            long rows = session.snapshots();
            await().atMost(PATIENCE).until(() -> session.snapshots() > rows);
            checkout.calls(i, 3 * MILLI).errors(i % 3);
            search.calls(100, MILLI);
        }
        session.stop(SECONDS.toNanos(30));

        List<Row> rows = rows(Objects.requireNonNull(session.csv()));
        assertThat(sum(rows, Metrics.METHOD_RATE)).isEqualTo(11 + 190 + 2000);
        assertThat(sum(rows, CallMetrics.ofGroup("checkout").rate())).isEqualTo(201);
        assertThat(sum(rows, CallMetrics.ofGroup("search").rate())).isEqualTo(2000);
        assertThat(sum(rows, Metrics.METHOD_ERRORS)).isEqualTo(20);
        assertThat(rows.stream()
                        .flatMap(row -> row.occurrences().stream())
                        .filter(event -> event.kind() == Occurrence.Kind.ERROR)
                        .mapToLong(event -> Long.parseLong(event.text())))
                .hasSizeGreaterThan(5)
                .satisfies(counts -> assertThat(
                                counts.stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(20));
        assertThat(troubles).isEmpty();
    }

    @Test
    void whoSaysWhenTheRunBegan_hasTheCallsCountedSince() throws IOException {
        checkout.calls(1_000, MILLI).errors(5);
        Session session = recorded()
                .calls(List.of(checkout))
                .startNanoTime(System.nanoTime() - SECONDS.toNanos(1))
                .start();
        session.stop(SECONDS.toNanos(30));
        List<Row> rows = rows(Objects.requireNonNull(session.csv()));
        assertThat(sum(rows, Metrics.METHOD_RATE)).isEqualTo(1_000);
        assertThat(sum(rows, Metrics.METHOD_ERRORS)).isEqualTo(5);
    }

    /** Before the probes are made, in the midst of them, before a row and after it. */
    @Test
    void sessionStoppedAtAnyMoment_hasAllCalls() throws IOException {
        Random random = new Random(11);
        for (int i = 0; i < 60; i++) {
            Session session = counted("any" + i, i % 2 == 0, () -> 1).start();
            long end = System.nanoTime() + random.nextInt(i % 3 == 0 ? 3 : 60) * MILLI;
            long times = 0;
            do {
                count(1);
                times++;
                LockSupport.parkNanos(100_000);
            } while (System.nanoTime() < end);
            assertEndsWithAllCalls(session, times);
        }
    }

    /** A probe that hangs: the row that says when the run ends is made by whoever ends it. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void sessionStoppedWhileItsProbeThreadHangs_hasAllCalls(int rowsBefore) throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger rows = new AtomicInteger();
        Session session = counted("hanging", false, () -> {
                    if (rows.getAndIncrement() == rowsBefore) {
                        hanging.countDown();
                        hang(goOn);
                    }
                    return 1;
                })
                .start();
        count(7);
        assertThat(hanging.await(PATIENCE.toSeconds(), SECONDS)).isTrue();
        count(4);
        assertEndsWithAllCalls(session, 11);
        goOn.countDown();
    }

    private SessionBuilder counted(String name, boolean standard, DoubleSupplier own) {
        SessionBuilder builder = Session.builder()
                .csv(folder.resolve(name + ".csv").toFile())
                .intervalNanos(10 * MILLI)
                .metric("own", Unit.COUNT, own)
                .calls(List.of(checkout, search))
                .onTrouble(troubles::add);
        return standard ? builder : builder.withoutStandardProbes();
    }

    private void count(int times) {
        checkout.calls(3L * times, MILLI).errors(times);
        search.calls(2L * times, MILLI);
    }

    private static void assertEndsWithAllCalls(Session session, long times) throws IOException {
        session.stop(SECONDS.toNanos(5));
        List<Row> rows = rows(Objects.requireNonNull(session.csv()));
        assertThat(sum(rows, Metrics.METHOD_RATE)).isEqualTo(5 * times);
        assertThat(sum(rows, CallMetrics.ofGroup("checkout").rate())).isEqualTo(3 * times);
        assertThat(sum(rows, CallMetrics.ofGroup("search").rate())).isEqualTo(2 * times);
        assertThat(sum(rows, Metrics.METHOD_ERRORS)).isEqualTo(times);
    }

    private static void hang(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void columns_standBehindTheCatalogue_andGroupsOnlyWhereThereAreSeveral() throws IOException {
        assertThat(header(Session.builder().calls(List.of(checkout)), "one.csv"))
                .contains(",app.method.rate,app.method.p50,app.method.p99,app.method.max,")
                .endsWith(",app.method.in_flight,score,events");
        assertThat(header(Session.builder().calls(List.of(checkout, search)), "two.csv"))
                .contains(",app.method.in_flight,app.method.rate{checkout},app.method.p50{checkout},")
                .endsWith(",app.method.errors{search},app.method.in_flight{search},score,events");
        assertThat(header(Session.builder().withoutStandardProbes().calls(List.of(checkout)), "own.csv"))
                .startsWith("time_s,app.method.rate,")
                .endsWith(",app.method.in_flight,score,events");
    }

    @Test
    void withoutTimedCalls_theReasonSaysSo() {
        try (Session session = Session.builder().start()) {
            await().atMost(PATIENCE).until(() -> session.snapshots() >= 1);
            assertThat(session.unavailable().get(Metrics.METHOD_RATE)).isEqualTo("no methods are timed");
        }
    }

    /** What sounds in a run is said in its series, all the options of the pulse among it. */
    @Test
    void recordedRun_rendersToTheSameBytes_withTheRequestsOfItsGroup() throws IOException {
        Session session = recorded()
                .sound(SoundOptions.DEFAULT.withMethodsMax(300).withRequests("search"))
                .calls(List.of(checkout, search))
                .intervalNanos(20 * MILLI)
                .start();
        for (int i = 0; i < 150; i++) {
            long rows = session.snapshots();
            await().pollInterval(Duration.ofMillis(5)).atMost(PATIENCE).until(() -> session.snapshots() > rows);
            checkout.calls(3 + i, MILLI).errors(i % 20 == 0 ? 1 : 0);
            search.calls(1 + i / 40, (1 + i % 9) * MILLI);
        }
        session.stop(SECONDS.toNanos(30));

        File csv = Objects.requireNonNull(session.csv());
        Occurrence run = rows(csv).get(0).occurrences().get(0);
        assertThat(RunInfo.parse(run.text()).get("methods.max", "")).isEqualTo("300");
        assertThat(RunInfo.parse(run.text()).get("requests", "")).isEqualTo("search");
        Recording sound = Recording.of(session.wavs().get(0));
        assertThat(render(csv, "again.wav").channel(0)).isEqualTo(sound.channel(0));
        for (String option : List.of("methods.max=300", "requests=search")) {
            String without = Files.readString(csv.toPath()).replace(option, "unsaid");
            Path other = Files.writeString(folder.resolve("other.csv"), without);
            assertThat(render(other.toFile(), "other.wav").channel(0)).isNotEqualTo(sound.channel(0));
        }
    }

    @Test
    void runWithoutAGroupOfRequests_saysSo_whateverARenderingWouldTakeElse() throws IOException {
        Session session = recorded().calls(List.of(checkout, search)).start();
        for (int i = 0; i < 15; i++) {
            long rows = session.snapshots();
            await().atMost(PATIENCE).until(() -> session.snapshots() > rows);
            checkout.calls(30, MILLI);
            search.calls(1, MILLI);
        }
        session.stop(SECONDS.toNanos(30));
        File wav = folder.resolve("again.wav").toFile();
        RenderedSound again = new Rendering(SoundOptions.DEFAULT.withRequests("search"))
                .render(Objects.requireNonNull(session.csv()), wav, seconds -> {});
        assertThat(Recording.of(again.files().get(0)).channel(0))
                .isEqualTo(Recording.of(session.wavs().get(0)).channel(0));
    }

    @Test
    void calls_areSaidToBeRequests_whereAGroupIsNamed_andTheRunHasItOrTellsNoneApart() {
        SoundOptions options = SoundOptions.DEFAULT;
        assertThat(said(options, checkout, search)).contains("5.0 calls/s");
        assertThat(said(options.withRequests("search"), checkout, search)).contains("2.0 requests/s");
        assertThat(said(options.withRequests("other"), checkout, search)).contains("5.0 calls/s");
        assertThat(said(options.withRequests("checkout"), checkout)).contains("5.0 requests/s");
        assertThat(said(options, checkout)).contains("5.0 calls/s");
    }

    private static String said(SoundOptions options, FakeCalls... groups) {
        List<Metric> metrics = new ArrayList<>(new MethodProbe(List.of(groups)).metrics());
        Rows rows = new Rows(metrics.toArray(new Metric[0])).set(Metrics.METHOD_RATE, 5);
        if (groups.length > 1) {
            rows.set(CallMetrics.ofGroup("checkout").rate(), 3)
                    .set(CallMetrics.ofGroup("search").rate(), 2);
        }
        return String.join(". ", new Sentence(options.table(rows.metrics())).voices(rows.at(0)));
    }

    /** One in 500 of all calls fails, but four in ten of the requests. */
    @Test
    void faults_areLookedForInTheRequests() {
        CallMetrics requests = CallMetrics.ofGroup("checkout");
        Rows calls = new Rows(Metrics.METHOD_RATE, Metrics.METHOD_ERRORS, requests.rate(), requests.errors());
        calls.set(Metrics.METHOD_RATE, 10_000).set(Metrics.METHOD_ERRORS, 20);
        calls.set(requests.rate(), 50).set(requests.errors(), 20);
        SoundOptions all = SoundOptions.DEFAULT;
        assertThat(found(calls, all.withRequests("checkout"))).contains(Fault.ERROR_BURST);
        assertThat(found(calls, all)).isEmpty();
        assertThat(found(calls, all.withRequests("search"))).as("is not timed").isEmpty();
    }

    private static List<Fault> found(Rows calls, SoundOptions options) {
        Pipeline pipeline = new Pipeline(new Scorer(calls.metrics()), options.table(calls.metrics()), new Timeline());
        List<Fault> found = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Row row = new Row(calls.at(i / 10.0).snapshot(), List.of(), 0);
            pipeline.accept(row).findings().forEach(finding -> found.add(finding.fault()));
        }
        return found;
    }

    @Test
    void callsThatEndedBeforeADelayedRunBegan_areNotOfTheRun() throws IOException {
        checkout.calls(1_000, MILLI).errors(5);
        Session session = recorded()
                .calls(List.of(checkout))
                .delayNanos(MILLISECONDS.toNanos(300))
                .start();
        await().atMost(PATIENCE).until(() -> session.snapshots() >= 1);
        checkout.calls(7, MILLI);
        session.stop(SECONDS.toNanos(30));
        assertThat(sum(rows(Objects.requireNonNull(session.csv())), Metrics.METHOD_RATE))
                .isEqualTo(7);
    }

    @Test
    void status_saysTheRateOfTheRequests_andHowLongTheyTake() {
        List<String> sentences = new CopyOnWriteArrayList<>();
        try (Session session = Session.builder()
                .withoutStandardProbes()
                .calls(List.of(checkout))
                .onMoment(moment -> checkout.call(12 * MILLI))
                .onStatus(status -> sentences.add(status.sentence()))
                .start()) {
            await().atMost(PATIENCE).until(() -> !sentences.isEmpty());
            assertThat(session.snapshots()).isPositive();
        }
        assertThat(sentences.get(0)).matches("Pulse slow and steady: [\\d.]+ calls/s, p99 12 ms\\. All is well\\.");
    }

    @Test
    void groupsThatCannotBe_areRefusedByName() {
        SessionBuilder builder = Session.builder().calls(List.of(checkout));
        assertThatThrownBy(() -> builder.calls(List.of(new FakeCalls("checkout"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the group of calls checkout is given twice");
        for (String name : List.of("", "two words", "line\n")) {
            assertThatThrownBy(() -> builder.calls(List.of(new FakeCalls(name))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("needs a name of one word");
        }
        assertThatThrownBy(() -> SoundOptions.DEFAULT.withRequests("two words"))
                .isInstanceOf(IllegalArgumentException.class);
        for (double max : new double[] {9, 2e9, Double.NaN}) {
            assertThatThrownBy(() -> SoundOptions.DEFAULT.withMethodsMax(max))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("10…1e9");
        }
    }

    private SessionBuilder recorded() {
        return Session.builder()
                .withoutStandardProbes()
                .wav(folder.resolve("run.wav").toFile())
                .onTrouble(troubles::add);
    }

    private String header(SessionBuilder builder, String name) throws IOException {
        Path csv = folder.resolve(name);
        try (Session session = builder.csv(csv.toFile()).start()) {
            await().atMost(PATIENCE).until(() -> session.snapshots() >= 1);
        }
        return Files.readAllLines(csv).get(0);
    }

    private Recording render(File csv, String name) throws IOException {
        RenderedSound sound = new Rendering(SoundOptions.DEFAULT)
                .render(csv, folder.resolve(name).toFile(), seconds -> {});
        return Recording.of(sound.files().get(0));
    }

    private static List<Row> rows(File csv) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (SeriesReader reader = new SeriesReader(Files.newBufferedReader(csv.toPath()))) {
            reader.forEachRemaining(rows::add);
        }
        return rows;
    }

    /** The counts of all rows, as a reader of the series has them: rate times interval, rounded. */
    private static long sum(List<Row> rows, Metric perSecond) {
        long sum = 0;
        long previous = 0;
        for (Row row : rows) {
            double rate = row.value(perSecond);
            sum += Double.isNaN(rate) ? 0 : Math.round(rate * ((row.atNanos() - previous) / 1e9));
            previous = row.atNanos();
        }
        return sum;
    }
}
