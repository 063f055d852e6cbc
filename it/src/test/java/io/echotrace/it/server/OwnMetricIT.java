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
import org.junit.jupiter.api.parallel.Isolated;

/** A number that only the application knows, through its MBean: recorded, and heard when it is unusual. */
@Isolated("measures what a load does to CPU and sound")
class OwnMetricIT {
    private static final int LEAP = 140;
    /** What is usual must be known: rows of 20 ms, and half a minute of them. */
    private static final int ROWS_OF_HEALTH = 1800;

    private static final int MOST_ATTEMPTS = 3;

    @TempDir
    Path folder;

    private final List<Row> rows = new ArrayList<>();
    private Metric busy = new Metric("none", Unit.UNKNOWN, "");
    private double leapSeconds;
    private int busyByTheServersAccount;

    @Test
    void busyThreadsOfAServer_areRecorded_andHeardWhenTheyLeap() throws Exception {
        double usual = 0;
        double leaping = 0;
        // On a busy machine the leap may be spread over seconds, and then is less unusual: the measurement is void.
        for (int attempt = 1; attempt <= MOST_ATTEMPTS && leaping <= 2 * usual; attempt++) {
            Path place = Files.createDirectories(folder.resolve(String.valueOf(attempt)));
            Path wav = record(place);
            read(csvBeside(wav));
            assertRecorded();
            assertThat(DataChunk.of(render(csvBeside(wav), place, "again.wav"))).isEqualTo(DataChunk.of(wav));
            Path alone = render(alone(place), place, "alone.wav");
            usual = roughness(alone, leapSeconds - 2);
            leaping = roughness(alone, leapSeconds + 1.2);
        }
        assertThat(leaping).isGreaterThan(2 * usual);
    }

    /** The options pass through catalina.sh, which evaluates blanks, quotes and dollars: none of them is needed. */
    private Path record(Path place) throws Exception {
        try (Tomcat tomcat = Tomcat.start(place.resolve("base"), Jdks.running(), port -> options(place, port));
                OpenConnections calm = new OpenConnections(tomcat.port(), 1)) {
            tomcat.busyThreads(); // its page is compiled before the run begins
            String home = System.getenv("HOME").replaceAll("[^\\p{L}\\p{N}._+@-]", "_");
            Path wav = place.resolve("my run, $1 of " + home + " Bootstrap.wav");
            await().atMost(Duration.ofMinutes(1)).until(() -> tomcat.console().contains("recording to " + wav));
            busy = new Metric(Tomcat.threadPool(tomcat.port()) + "/currentThreadsBusy", Unit.UNKNOWN, "");
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(700))
                    .until(() -> {
                        calm.request(1, 300); // now and then a thread is busy
                        return Files.readAllLines(csvBeside(wav)).size() > ROWS_OF_HEALTH;
                    });
            read(csvBeside(wav));
            Instant leap = leap(tomcat);
            await().atMost(Duration.ofMinutes(1)).until(() -> tomcat.busyThreads() < LEAP);
            assertThat(tomcat.stop()).isEqualTo(143);
            read(csvBeside(wav));
            leapSeconds = secondsAt(leap);
            return wav;
        }
    }

    /** Keeps many threads busy at once, and returns since when. Their connections are new: the server closes idle ones. */
    private Instant leap(Tomcat tomcat) throws IOException {
        try (OpenConnections many = new OpenConnections(tomcat.port(), LEAP)) {
            awaitFullSecond();
            Instant leap = Instant.now();
            many.request(LEAP, 5000);
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                busyByTheServersAccount = tomcat.busyThreads();
                return busyByTheServersAccount >= LEAP;
            });
            return leap;
        }
    }

    /** Scores are of full seconds: a leap in the middle of one is two steps, of which each is less unusual. */
    private void awaitFullSecond() {
        await().pollInterval(Duration.ofMillis(5)).until(() -> secondsAt(Instant.now()) % 1 < 0.1);
    }

    private static String options(Path place, int port) {
        String bean = Tomcat.threadPool(port).replace(",", "%2C").replace("\"", "%22");
        return JvmLauncher.agentOption("interval=20ms,delay=8s,live=off,wav=" + place
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

    /** The dissonance in a second; novelty fades soon. */
    private static double roughness(Path wav, double fromSeconds) throws IOException {
        return Dissonance.of(Recording.of(wav.toFile()).slice(fromSeconds, fromSeconds + 1));
    }

    /** The same run with all else unknown, so that the pitch stands still: only then can roughness be measured. */
    private Path alone(Path place) throws IOException {
        Path csv = place.resolve("alone.csv");
        MetricSet metrics = rows.get(0).snapshot().metrics();
        try (OutputStream out = Files.newOutputStream(csv);
                SeriesWriter writer = new SeriesWriter(out, metrics)) {
            for (Row row : rows) {
                double[] values = metrics.metrics().stream()
                        .mapToDouble(metric -> metric.equals(busy) ? row.value(metric) : Double.NaN)
                        .toArray();
                Snapshot snapshot = new Snapshot(row.atNanos(), metrics, values);
                writer.write(new Row(snapshot, Collections.emptyList(), row.atNanos()), 0, Collections.emptyList());
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
