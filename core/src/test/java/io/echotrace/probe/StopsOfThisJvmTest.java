package io.echotrace.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Occurrence.Kind;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stops that are provoked: in JVMs of their own, since access to the counters is granted on the command line. */
@Isolated("lives in real time")
class StopsOfThisJvmTest {
    private static final String EXPORT = "--add-exports=java.base/jdk.internal.perf=ALL-UNNAMED";

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseSerialGC", "-XX:+UseParallelGC", "-XX:+UseG1GC"})
    void collections_areStopsWithTheirCause(String collector) throws Exception {
        List<String> lines = run(EXPORT, collector);
        assertThat(lines.stream().filter(line -> line.startsWith("STOP") && line.contains(":System.gc() sync=0")))
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(lines).contains("safepoint time: available");
    }

    @Test
    void ownSearchForDeadlocks_isRecognized() throws Exception {
        String recognized = run(EXPORT, "-XX:+UseSerialGC").stream()
                .filter(line -> line.startsWith("own safepoints recognized: "))
                .findFirst()
                .orElseThrow();
        // Another safepoint in the same 5 ms hides one now and then.
        assertThat(Integer.parseInt(recognized.substring(recognized.lastIndexOf(' ') + 1)))
                .isGreaterThanOrEqualTo(Collecting.SEARCHES * 3 / 4);
    }

    @Test
    void withoutPerformanceData_collectionsAreStillStops() throws Exception {
        List<String> lines = run(EXPORT, "-XX:-UsePerfData", "-XX:+UseSerialGC");
        assertThat(lines).contains("safepoint time: the JVM was started with -XX:-UsePerfData");
        assertThat(lines.stream().filter(line -> line.startsWith("STOP") && line.endsWith(":GC sync=0")))
                .hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void withoutAccess_theReasonNamesTheOption() throws Exception {
        assertThat(run("-XX:+UseSerialGC"))
                .anyMatch(line -> line.startsWith("safepoint time: no access to jdk.internal.perf.Perf"));
    }

    private static List<String> run(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(List.of(options));
        command.addAll(List.of("-Xmx64m", "-cp", System.getProperty("java.class.path"), Collecting.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output.lines().toList();
    }

    /** Collects ten times and prints the stops that were found; exits with 1 if one is not where the collection was. */
    static final class Collecting {
        private static final int COLLECTIONS = 10;
        private static final int SEARCHES = 20;

        private final ProbeContext context = ProbeContext.ofThisJvm();
        private final Readings readings = new Readings(new MetricSet(Metrics.all()));
        private final List<Occurrence> stops = new ArrayList<>();
        private final long start = System.nanoTime();

        public static void main(String[] arguments) {
            new Collecting().run();
        }

        private void run() {
            startTicker();
            await().pollInterval(Duration.ofMillis(5))
                    .until(() -> context.stops().hasTicked());
            try (ProbeSet probes = new ProbeSet(List.of(stopProbe()))) {
                probes.read(now(), readings);
                for (int i = 0; i < COLLECTIONS; i++) {
                    collect(probes);
                }
                stops.forEach(stop -> System.out.println("STOP " + stop));
                String reason = readings.reason(Metrics.SAFEPOINT_TIME);
                System.out.println("safepoint time: " + (reason == null ? "available" : reason));
                System.out.println("own safepoints recognized: " + ownSafepointsRecognized());
            }
        }

        private void collect(ProbeSet probes) {
            long from = now();
            System.gc();
            long to = now();
            await().pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> {
                        probes.read(now(), readings);
                        List<Occurrence> found = readings.takeOccurrences();
                        found.removeIf(each -> each.kind() != Kind.STOP);
                        stops.addAll(found);
                        return !found.isEmpty();
                    });
            Occurrence last = stops.get(stops.size() - 1);
            long slack = 250_000_000L; // of a machine that runs other tests at the same time
            boolean inPlace = last.startNanos() >= from - slack && last.startNanos() + last.lengthNanos() <= to + slack;
            if (!inPlace) {
                throw new IllegalStateException(last + " was not between " + from + " and " + to);
            }
        }

        /** Searches for deadlocks and counts the safepoints that the search explains; the ticker is waited for each time. */
        private long ownSafepointsRecognized() {
            StopRing ring = context.stops().ring();
            long recognized = 0;
            for (int i = 0; i < SEARCHES && context.stops().seesAll(); i++) {
                new DeadlockProbe(context.stops(), context.ownSafepoints())
                        .read(now(), readings); // its first is at once
                await().pollInterval(Duration.ofMillis(5)).until(() -> ring.peek() != null);
                for (StopRing.Stop stop = ring.peek(); stop != null; stop = ring.peek()) {
                    recognized += !stop.isStall() && context.ownSafepoints().explains(stop) ? 1 : 0;
                    ring.pop();
                }
            }
            return recognized;
        }

        private Probe stopProbe() {
            return new StopProbe(context.stops(), context.ownSafepoints());
        }

        private void startTicker() {
            Thread ticker = new Thread(() -> {
                while (true) {
                    java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
                    context.stops().tick(this::now);
                }
            });
            ticker.setDaemon(true);
            ticker.start();
        }

        private long now() {
            return System.nanoTime() - start;
        }
    }
}
