package io.echotrace.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.echotrace.ear.Pitch;
import io.echotrace.ear.Recording;
import io.echotrace.finding.Fault;
import io.echotrace.finding.Finding;
import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Unit;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A program's own metrics in a session of its own. */
@Isolated("lives in real time")
class OwnMetricsTest {
    private static final Metric QUEUE = new Metric("queue.length", Unit.COUNT, "orders waiting");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final List<String> troubles = new CopyOnWriteArrayList<>();

    @Test
    void ownMetrics_standBehindTheCatalogue() throws IOException {
        File csv;
        try (Session session = recorded("run.wav").metric(QUEUE, () -> 42).start()) {
            await().atMost(PATIENCE).until(() -> session.snapshots() >= 3);
            assertThat(Objects.requireNonNull(session.moment()).value(QUEUE)).isEqualTo(42);
            assertThat(session.moment().value(Metrics.THREADS)).isPositive();
            csv = Objects.requireNonNull(session.csv());
        }
        List<String> lines = Files.readAllLines(csv.toPath());
        assertThat(lines.get(0)).contains("," + Metrics.METHOD_IN_FLIGHT + ",queue.length,score,events");
        assertThat(lines.get(2)).contains(",42,");
    }

    @Test
    void withoutStandardProbes_nothingElseIsMeasured() throws IOException {
        File csv;
        try (Session session = recorded("own.wav")
                .withoutStandardProbes()
                .metric("queue.length", Unit.COUNT, () -> 42)
                .start()) {
            await().atMost(PATIENCE).until(() -> session.snapshots() >= 3);
            csv = Objects.requireNonNull(session.csv());
        }
        assertThat(Files.readAllLines(csv.toPath()).get(0)).isEqualTo("time_s,queue.length,score,events");
        assertThat(troubles).isEmpty();
    }

    @Test
    void metricNamedAsOneOfTheCatalogue_movesWhatThatMoves() throws IOException {
        try (Session session = recorded("pitch.wav")
                .withoutStandardProbes() // threads that other tests have left in this JVM sound, too
                .metric(Metrics.PROCESS_CPU, () -> 0.5)
                .start()) {
            await().atMost(PATIENCE).until(() -> session.snapshots() >= 60);
        }
        Recording recording = Recording.of(folder.resolve("pitch.wav").toFile());
        Recording end = recording.slice(recording.duration() - 1, recording.duration());
        assertThat(Pitch.cents(400, Pitch.f0(end))).isEqualTo(0, within(15.0));
    }

    @Test
    void sourceThatFails_isUnavailableWithTheReason_andTheOthersAreMeasured() {
        Metric broken = new Metric("broken", Unit.COUNT, "");
        Metric undefined = new Metric("undefined", Unit.COUNT, "");
        try (Session session = Session.builder()
                .metric(broken, () -> {
                    throw new IllegalStateException("the pool is closed");
                })
                .metric(undefined, () -> Double.NaN)
                .metric(QUEUE, () -> 42)
                .start()) {
            await().atMost(PATIENCE).until(() -> session.snapshots() >= 2);
            assertThat(session.unavailable())
                    .containsEntry(broken, "failed: IllegalStateException, the pool is closed")
                    .containsEntry(undefined, "no number")
                    .doesNotContainKey(QUEUE);
            assertThat(Objects.requireNonNull(session.moment()).value(broken)).isNaN();
            assertThat(session.moment().value(QUEUE)).isEqualTo(42);
        }
    }

    @Test
    void metricThatReplacesAStandardOneAndFails_isUnavailable_andNotTheStandardOne() {
        List<Double> seen = new CopyOnWriteArrayList<>();
        try (Session session = Session.builder()
                .metric(Metrics.THREADS, () -> {
                    throw new IllegalStateException();
                })
                .onMoment(moment -> seen.add(moment.value(Metrics.THREADS)))
                .start()) {
            await().atMost(PATIENCE).until(() -> session.snapshots() >= 5);
        }
        assertThat(seen).isNotEmpty().containsOnly(Double.NaN);
    }

    @Test
    void ownScore_isHeardAndRecorded_withoutFindings() {
        try (Session session = Session.builder()
                .withoutStandardProbes()
                .metric(Metrics.OWN_SCORE, () -> 0.7)
                .start()) {
            await().atMost(PATIENCE).until(() -> session.snapshots() >= 2);
            Moment moment = Objects.requireNonNull(session.moment());
            assertThat(moment.heard()).isEqualTo(0.7);
            assertThat(moment.findings()).isEmpty();
        }
    }

    @Test
    void findings_areToldAtTheirBeginningAndAtTheirEnd() {
        List<Finding> told = new CopyOnWriteArrayList<>();
        try (Session session = Session.builder()
                .withoutStandardProbes()
                .metric(Metrics.SYSTEM_MEMORY, () -> 0.99)
                .onFinding(told::add)
                .start()) {
            await().atMost(PATIENCE).until(() -> !told.isEmpty());
            assertThat(session.snapshots()).isPositive();
        }
        assertThat(told).extracting(Finding::fault).containsOnly(Fault.MEMORY_FULL);
        assertThat(told.get(0).endNanos()).isEqualTo(Finding.ONGOING);
        assertThat(told.get(told.size() - 1).endNanos()).isNotEqualTo(Finding.ONGOING);
    }

    @Test
    void listenerThatThrows_isToldOnce_andMeasuringGoesOn() {
        try (Session session = Session.builder()
                .withoutStandardProbes()
                .metric(QUEUE, () -> 42)
                .onTrouble(troubles::add)
                .onMoment(moment -> {
                    throw new IllegalStateException("full");
                })
                .start()) {
            await().atMost(PATIENCE).until(() -> session.snapshots() >= 4);
        }
        assertThat(troubles)
                .singleElement()
                .asString()
                .contains("a listener failed")
                .contains("full");
    }

    @Test
    void history_holdsTheLastHundredMomentsInOrder() {
        try (Session session = Session.builder()
                .withoutStandardProbes()
                .intervalNanos(10_000_000)
                .metric(QUEUE, () -> 42)
                .start()) {
            await().atMost(PATIENCE).until(() -> session.snapshots() >= 130);
            List<Moment> history = session.history();
            assertThat(history).hasSize(100);
            assertThat(history).extracting(moment -> moment.row().atNanos()).isSorted();
            assertThat(history.get(0).row().atNanos()).isGreaterThan(200_000_000L);
        }
    }

    @Test
    void metricThatCannotBe_isRefusedByName() {
        SessionBuilder builder = Session.builder().metric(QUEUE, () -> 1);
        assertThatThrownBy(() -> builder.metric("queue.length", Unit.COUNT, () -> 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the metric queue.length is given twice");
        assertThatThrownBy(() -> builder.metric("process.cpu.utilization", Unit.COUNT, () -> 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the metric process.cpu.utilization has the unit FRACTION, not COUNT");
        assertThatThrownBy(() -> builder.metric(" ", Unit.COUNT, () -> 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs a name");
    }

    private SessionBuilder recorded(String name) {
        return Session.builder().wav(folder.resolve(name).toFile()).onTrouble(troubles::add);
    }
}
