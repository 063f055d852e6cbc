package io.echotrace.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.echotrace.ear.Dissonance;
import io.echotrace.ear.Recording;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.Outcome;
import io.echotrace.it.sound.DataChunk;
import io.echotrace.metric.Metric;
import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Row;
import io.echotrace.metric.Snapshot;
import io.echotrace.metric.Unit;
import io.echotrace.series.RunInfo;
import io.echotrace.series.SeriesReader;
import io.echotrace.series.SeriesWriter;
import java.io.FileReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hipparchus.stat.descriptive.rank.Median;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A number that only the application knows, through its MBean: recorded, and heard when it is unusual. */
class OwnMetricIT {
    private static final int LEAP = 140;
    /** What is usual must be known, by far more than the 300 rows that are asked for. */
    private static final int ROWS_OF_HEALTH = 500;

    private static final int MOST_ATTEMPTS = 3;

    @TempDir
    Path folder;

    private final List<Row> rows = new ArrayList<>();
    private Metric busy = new Metric("none", Unit.UNKNOWN, "");
    private double leapSeconds;
    private int busyByTheServersAccount;

    @Test
    void busyThreadsOfAServer_areRecorded_andHeardWhenTheyLeap() throws Exception {
        double withMetric = 0;
        double without = 0;
        // A busy machine has stalls and pauses of its own, which sound alike: then the measurement is void.
        for (int attempt = 1; attempt <= MOST_ATTEMPTS && withMetric <= 2 * without; attempt++) {
            Path place = Files.createDirectories(folder.resolve(String.valueOf(attempt)));
            Path wav = record(place);
            read(csvBeside(wav));
            assertRecorded();
            assertThat(DataChunk.of(render(csvBeside(wav), place, "again.wav"))).isEqualTo(DataChunk.of(wav));
            withMetric = roughness(wav);
            without = roughness(render(withoutMetric(place), place, "without.wav"));
        }
        assertThat(withMetric).isGreaterThan(2 * without);
    }

    /** The options pass through catalina.sh, which evaluates blanks, quotes and dollars: none of them is needed. */
    private Path record(Path place) throws Exception {
        try (Tomcat tomcat = Tomcat.start(place.resolve("base"), Jdks.running(), port -> options(place, port));
                OpenConnections connections = new OpenConnections(tomcat.port(), LEAP)) {
            String home = System.getenv("HOME").replaceAll("[^\\p{L}\\p{N}._+@-]", "_");
            Path wav = place.resolve("my run, $1 of " + home + " Bootstrap.wav");
            await().atMost(Duration.ofMinutes(1)).until(() -> tomcat.console().contains("recording to " + wav));
            busy = new Metric(Tomcat.threadPool(tomcat.port()) + "/currentThreadsBusy", Unit.UNKNOWN, "");
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(700))
                    .until(() -> {
                        connections.request(1, 300); // now and then a thread is busy
                        return Files.readAllLines(csvBeside(wav)).size() > ROWS_OF_HEALTH;
                    });
            Instant leap = Instant.now();
            connections.request(LEAP, 4000);
            await().atMost(Duration.ofMinutes(1)).until(() -> tomcat.busyThreads() >= LEAP);
            busyByTheServersAccount = tomcat.busyThreads();
            await().atMost(Duration.ofMinutes(1)).until(() -> tomcat.busyThreads() < LEAP);
            assertThat(tomcat.stop()).isEqualTo(143);
            read(csvBeside(wav));
            leapSeconds = secondsAt(leap);
            return wav;
        }
    }

    private static String options(Path place, int port) {
        String bean = Tomcat.threadPool(port).replace(",", "%2C").replace("\"", "%22");
        return JvmLauncher.agentOption("interval=20ms,live=off,wav=" + place
                + "/my%20run%2C%20%241%20of%20%{HOME}%20%n.wav" + ",mbean=" + bean + "/currentThreadsBusy");
    }

    private void assertRecorded() {
        double[] during = rows.stream()
                .mapToDouble(row -> row.value(busy))
                .filter(value -> value > LEAP / 2.0)
                .toArray();
        assertThat(new Median().evaluate(during)).isEqualTo(busyByTheServersAccount, within(2.0)); // who asks, is one
        assertThat(rows.stream()
                        .filter(row -> row.atNanos() / 1e9 < leapSeconds)
                        .mapToDouble(row -> row.value(busy))
                        .filter(value -> value > 5))
                .isEmpty();
    }

    /** The dissonance in the seconds after the leap. */
    private double roughness(Path wav) throws IOException {
        return Dissonance.of(Recording.of(wav.toFile())
                .slice(leapSeconds + 1.5, leapSeconds + 3.5)
                .mono());
    }

    private Path withoutMetric(Path place) throws IOException {
        Path csv = place.resolve("without.csv");
        List<Metric> others = new ArrayList<>(rows.get(0).snapshot().metrics().metrics());
        assertThat(others.remove(busy)).isTrue();
        MetricSet metrics = new MetricSet(others);
        try (OutputStream out = Files.newOutputStream(csv);
                SeriesWriter writer = new SeriesWriter(out, metrics)) {
            long previous = rows.get(0).atNanos();
            for (Row row : rows) {
                double[] values = others.stream().mapToDouble(row::value).toArray();
                Snapshot snapshot = new Snapshot(row.atNanos(), metrics, values);
                writer.write(new Row(snapshot, row.occurrences(), previous), 0, Collections.emptyList());
                previous = row.atNanos();
            }
        }
        return csv;
    }

    private static Path render(Path csv, Path place, String name) throws IOException {
        Path wav = place.resolve(name);
        Outcome outcome =
                new JvmLauncher(Jdks.running(), place).commandLine("render", csv.toString(), "-o", wav.toString());
        assertThat(outcome.exitCode()).as(outcome.stderr()).isZero();
        return wav;
    }

    private void read(Path csv) throws IOException {
        rows.clear();
        try (SeriesReader reader = new SeriesReader(new FileReader(csv.toFile(), StandardCharsets.UTF_8))) {
            reader.forEachRemaining(rows::add);
        }
    }

    private double secondsAt(Instant instant) {
        Instant start = Instant.parse(
                RunInfo.parse(rows.get(0).occurrences().get(0).text()).get("start", ""));
        return Duration.between(start, instant).toNanos() / 1e9;
    }

    private static Path csvBeside(Path wav) {
        return wav.resolveSibling(wav.getFileName().toString().replace(".wav", ".csv"));
    }
}
