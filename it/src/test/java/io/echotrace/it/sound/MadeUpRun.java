package io.echotrace.it.sound;

import io.echotrace.finding.Finding;
import io.echotrace.finding.Findings;
import io.echotrace.finding.Subjects;
import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Occurrence.Kind;
import io.echotrace.metric.Row;
import io.echotrace.metric.Rows;
import io.echotrace.series.SeriesWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Random;

/**
 * A run of 110 s, ten rows a second, in which everything happens that can be heard: 40 s of health, long enough to be
 * learned, then every fault (but the leak of memory, which takes
 * minutes to be told from a warm-up), stops of every size, a novelty, metrics that cannot be read, and a gap.
 */
final class MadeUpRun {
    static final double SECONDS = 110;

    private static final String RUN =
            "echotrace=0.1.0 ground=process network.max=100000000 wav.rate=24000 wav.channels=2";
    /** What no rule and no voice looks at, so that only what was learned speaks of it. */
    private static final Metric NOVEL = Metrics.CLASSES;

    /** A metric that leaves its usual course for a while. */
    private record Course(double from, double to, Metric metric, double value) {
        boolean holds(double seconds) {
            return seconds >= from && seconds < to;
        }
    }

    /** A stop of the JVM; no row is measured within. */
    private record Stop(double start, double length, String cause) {
        boolean covers(double seconds) {
            return seconds > start && seconds < start + length;
        }

        boolean endsWithin(double from, double to) {
            return start + length > from && start + length <= to;
        }
    }

    private static final List<Metric> NONE =
            List.of(Metrics.THREADS_DEADLOCKED, Metrics.METHOD_ERRORS, Metrics.NETWORK_ERRORS);

    private static final double BURST_FROM = 104;
    private static final double BURST_TO = 106;

    private static final List<Course> COURSES = List.of(
            new Course(22, 30, Metrics.NETWORK_PACKETS, 1000),
            new Course(22, 30, Metrics.NETWORK_ERRORS, 60),
            new Course(40, 48, Metrics.DISK_UTILIZATION, 0.97),
            new Course(42, 47, Metrics.PROCESS_CPU, 0.97),
            new Course(47, 49, Metrics.PROCESS_CPU, 0.87),
            new Course(52, 56, Metrics.GC_RATE, 8),
            new Course(52, 58, Metrics.GC_TIME, 0.3),
            new Course(60, 63, Metrics.THREADS_BLOCKED, 0.4),
            new Course(62, 66, Metrics.HEAP_AFTER_GC, 0.98),
            new Course(66, 69, Metrics.SYSTEM_MEMORY, 0.96),
            new Course(68, 76, Metrics.THREADS_DEADLOCKED, 2),
            new Course(70, 71, Metrics.STALL, 0.2),
            new Course(72, 78, Metrics.METHOD_JITTER, 20),
            new Course(74, 78, Metrics.THREADS, 400),
            new Course(78, 82, Metrics.NETWORK_RECEIVE, 3e9),
            new Course(84, 88, Metrics.PROCESS_CPU, Double.NaN),
            new Course(85, 88, Metrics.SYSTEM_CPU, Double.NaN),
            new Course(85, 89, Metrics.NETWORK_RECEIVE, Double.NaN),
            new Course(86, 89, Metrics.NETWORK_TRANSMIT, Double.NaN),
            new Course(86, 90, Metrics.HEAP_AFTER_GC, Double.NaN),
            new Course(86, 90, Metrics.SYSTEM_MEMORY, Double.NaN),
            new Course(BURST_FROM, BURST_TO, Metrics.METHOD_ERRORS, 90));

    private static final List<Stop> STOPS = List.of(
            new Stop(3.01, 0.0002, "safepoint sync=0.00005"),
            new Stop(5.02, 0.004, "G1 Evacuation Pause sync=0.0001"),
            new Stop(8.123456, 0.02, "G1 Evacuation Pause sync=0.0001"),
            new Stop(11.3, 0.06, "G1 Evacuation Pause sync=0.0002"),
            new Stop(14.31, 0.15, "G1 Full GC sync=0.0002"),
            new Stop(17.2, 0.2, "safepoint sync=0.19"),
            new Stop(91.05, 0.201, "safepoint sync=0.06"),
            new Stop(92.61, 0.777, "G1 Full GC sync=0.001"),
            new Stop(94.5, 2.6, "G1 Full GC sync=0.002"),
            new Stop(97.84, 0.9, "safepoint sync=0.7"));

    private static final double STORM_FROM = 52;
    private static final double STORM_TO = 58;
    static final double NOVEL_FROM = 80;
    static final double NOVEL_TO = 83;
    private static final double GAP_FROM = 99;
    private static final double GAP_TO = 103.2;

    private final Rows rows = Rows.ofCatalogue();
    private final Findings findings = new Findings(Subjects.of(Metrics.PROCESS_CPU));
    private final Random random = new Random(11);
    private final boolean novelty;

    /** @param novelty whether the one metric that only a learned score can judge leaves its course */
    MadeUpRun(boolean novelty) {
        this.novelty = novelty;
    }

    void write(OutputStream csv) throws IOException {
        try (SeriesWriter writer = new SeriesWriter(csv, rows.metrics())) {
            double previous = -1;
            for (int i = 0; i <= SECONDS * 10; i++) {
                double seconds = i / 10.0;
                if (isMeasured(seconds)) {
                    writer.write(row(previous, seconds), 0, changes());
                    previous = seconds;
                }
            }
        }
    }

    private static boolean isMeasured(double seconds) {
        boolean gap = seconds > GAP_FROM && seconds < GAP_TO;
        return !gap && STOPS.stream().noneMatch(stop -> stop.covers(seconds));
    }

    private Row row(double previous, double seconds) {
        Metrics.all().forEach(metric -> rows.set(metric, usual(metric, seconds) * (1 + 0.05 * random.nextGaussian())));
        COURSES.stream()
                .filter(course -> course.holds(seconds))
                .forEach(course -> rows.set(course.metric(), course.value()));
        if (novelty && seconds >= NOVEL_FROM && seconds < NOVEL_TO) {
            rows.set(NOVEL, 5e6);
        }
        STOPS.stream()
                .filter(stop -> stop.endsWithin(previous, seconds))
                .forEach(stop -> rows.stops(stop.start(), stop.length(), stop.cause()));
        if (seconds >= STORM_FROM && seconds < STORM_TO) {
            rows.stops(seconds - 0.08, 0.005 + 0.06 * random.nextDouble(), "G1 Evacuation Pause sync=0.0001");
        }
        happenings(seconds);
        Row row = rows.at(seconds);
        findings.judge(row);
        return row;
    }

    private void happenings(double seconds) {
        if (seconds == 0) {
            rows.occurs(new Occurrence(Kind.RUN, 0, Occurrence.ONGOING, RUN));
        } else if (seconds == 20) {
            rows.occurs(new Occurrence(Kind.MARKER, 19_950_000_000L, 0, "Größe, 50 %"));
            rows.occurs(new Occurrence(Kind.ERROR, 19_960_000_000L, 100_000_000L, "3"));
        } else if (seconds == 71) {
            rows.occurs(new Occurrence(Kind.STALL, 70_700_000_000L, 200_000_000L, ""));
            rows.occurs(new Occurrence(Kind.ACKNOWLEDGE, 71_000_000_000L, 0, ""));
        } else if (seconds >= BURST_FROM && seconds < BURST_TO) {
            rows.occurs(new Occurrence(Kind.ERROR, Math.round((seconds - 0.1) * 1e9), 100_000_000L, "9"));
        }
    }

    private static double usual(Metric metric, double seconds) {
        if (NONE.contains(metric)) {
            return 0;
        }
        if (metric.equals(Metrics.METHOD_RATE)) {
            return 200;
        }
        if (metric.equals(Metrics.PROCESS_CPU) || metric.equals(Metrics.HEAP_AFTER_GC)) {
            return 0.4 + 0.3 * Math.sin(seconds / 5);
        }
        return switch (metric.unit()) {
            case FRACTION -> 0.05;
            case BYTES, BYTES_PER_SECOND -> 1e6 * (1.1 + Math.sin(seconds / 9));
            case RATIO -> 2;
            case SECONDS -> 0.001;
            case PER_SECOND -> 0.5;
            default -> 50;
        };
    }

    private List<Occurrence> changes() {
        return findings.changes().stream().map(Finding::toOccurrence).toList();
    }
}
