package io.echotrace.it.stop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the JVM itself logs of its stops. It logs each stop's length, and how long it ran before, exactly; when it was, only
 * as exactly as the line was written. So the lengths, added up, are laid under the instants such that none lies after its
 * line.
 */
final class StopLog {
    /** Wall-clock time that the log of 8 cuts off, at most. */
    private static final double MILLI = 1e-3;

    private static final Pattern UNIFIED = Pattern.compile(
            "\\[(\\d+)ns].*Time since last: (\\d+) ns, Reaching safepoint: " + "(\\d+) ns,.*Total: (\\d+) ns");
    private static final Pattern RAN = Pattern.compile("Application time: ([0-9.]+) seconds");
    private static final Pattern STOPPED =
            Pattern.compile("([0-9T:.+-]+): [0-9.]+: Total time for which application threads"
                    + " were stopped: ([0-9.]+) seconds, Stopping threads took: ([0-9.]+) seconds");
    private static final Pattern CLOCK = Pattern.compile("clock (\\d+) (\\d+)");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    /** A stop that ended at a time since the first began, and was logged at an instant. */
    private record Line(double end, double length, double sync, Instant logged) {}

    private final List<Line> lines = new ArrayList<>();
    private double now;

    private StopLog() {}

    /** The options that make a JVM write the log. */
    static List<String> options(int jdk, Path log) {
        return jdk == 8
                ? List.of(
                        "-XX:+PrintGCApplicationStoppedTime",
                        "-XX:+PrintGCApplicationConcurrentTime",
                        "-XX:+PrintGCDateStamps",
                        "-XX:+PrintGCTimeStamps",
                        "-Xloggc:" + log)
                : List.of("-Xlog:safepoint:file=" + log + ":timenanos:filecount=0");
    }

    /**
     * Reads a log.
     *
     * @param stdout of the host, with what its {@code HostClock} has printed
     * @param runStart the wall-clock time at which the run began
     */
    static List<TrueStop> read(int jdk, Path log, String stdout, Instant runStart) throws IOException {
        StopLog read = new StopLog();
        for (String line : Files.readAllLines(log, StandardCharsets.ISO_8859_1)) {
            if (jdk == 8) {
                read.legacy(line);
            } else {
                read.unified(line, stdout);
            }
        }
        return read.stops(runStart, jdk == 8 ? MILLI / 2 : 0);
    }

    private void legacy(String line) {
        Matcher ran = RAN.matcher(line);
        if (ran.find()) {
            now += Double.parseDouble(ran.group(1));
        }
        Matcher stopped = STOPPED.matcher(line);
        if (stopped.find()) {
            double length = Double.parseDouble(stopped.group(2));
            now += length;
            Instant logged = OffsetDateTime.parse(stopped.group(1), STAMP).toInstant();
            lines.add(new Line(now, length, Double.parseDouble(stopped.group(3)), logged));
        }
    }

    private void unified(String line, String stdout) {
        Matcher stop = UNIFIED.matcher(line);
        if (stop.find()) {
            double length = Double.parseDouble(stop.group(4)) / 1e9;
            now += Double.parseDouble(stop.group(2)) / 1e9 + length;
            Instant logged = wallClock(Long.parseLong(stop.group(1)), stdout);
            lines.add(new Line(now, length, Double.parseDouble(stop.group(3)) / 1e9, logged));
        }
    }

    private static Instant wallClock(long nanoTime, String stdout) {
        Matcher clock = CLOCK.matcher(stdout);
        if (!clock.find()) {
            throw new IllegalArgumentException("the host has not told its clock: " + stdout);
        }
        return Instant.ofEpochMilli(Long.parseLong(clock.group(1)))
                .plusNanos(nanoTime - Long.parseLong(clock.group(2)));
    }

    private List<TrueStop> stops(Instant runStart, double cutOff) {
        double offset = Double.POSITIVE_INFINITY;
        for (Line line : lines) {
            offset = Math.min(offset, seconds(runStart, line.logged) - line.end);
        }
        List<TrueStop> stops = new ArrayList<>();
        for (Line line : lines) {
            double end = line.end + offset + cutOff;
            stops.add(new TrueStop(end - line.length, end, line.sync));
        }
        return stops;
    }

    private static double seconds(Instant from, Instant to) {
        return (to.getEpochSecond() - from.getEpochSecond()) + (to.getNano() - from.getNano()) / 1e9;
    }
}
