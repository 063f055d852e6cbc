package io.echotrace.it.server;

import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.sound.RecordedRun;
import io.echotrace.it.sound.RecordedRun.Stretch;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * The long form of {@link TomcatIT}: eight levels of load from {@code wrk} in shuffled order on a Tomcat with the agent.
 * Prints the medians of each level and the rank correlations, and keeps the raw numbers, the CSV and the WAV.
 *
 * <p>Arguments: the JDK's version, the folder for the results.
 */
final class ServerLadder {
    private static final int CONNECTIONS = 128;
    /** Pause of each connection between two requests: rates from about 600 to 7000 a second. */
    private static final int[] DELAYS_MILLIS = {210, 100, 64, 46, 35, 27, 21, 16};

    private static final int LEVEL_SECONDS = 20;
    private static final double SETTLING_SECONDS = 6;
    private static final long SEED = 2026;

    private ServerLadder() {}

    public static void main(String[] arguments) throws Exception {
        int version = Integer.parseInt(arguments[0]);
        Path results = Files.createDirectories(Path.of(arguments[1])).toAbsolutePath();
        Path wav = results.resolve("tomcat-jdk" + version + ".wav");
        Path csv = results.resolve("tomcat-jdk" + version + ".csv");
        Files.deleteIfExists(wav);
        Files.deleteIfExists(csv);
        Path base = Files.createTempDirectory("tomcat");
        String options = "-javaagent:" + System.getProperty("echotrace.jar") + "=wav=" + wav + ",live=off";
        List<Integer> delays = new ArrayList<>();
        for (int delay : DELAYS_MILLIS) {
            delays.add(delay);
        }
        Collections.shuffle(delays, new Random(SEED));
        List<Instant> starts = new ArrayList<>();
        Instant begin;
        Instant end;
        try (Tomcat tomcat = Tomcat.start(base, Jdks.home(version), options)) {
            begin = Instant.now();
            wrk(tomcat, 0, LEVEL_SECONDS); // the compiler is done before the levels are measured
            for (int delay : delays) {
                starts.add(Instant.now());
                wrk(tomcat, delay, LEVEL_SECONDS);
            }
            end = Instant.now();
            System.out.println("exit code " + tomcat.stop());
            System.out.println("echotrace's lines on the console:");
            tomcat.console().lines().filter(line -> line.contains("echotrace ")).forEach(System.out::println);
        }
        report(version, results, new RecordedRun(wav.toFile(), csv.toFile()), delays, starts, begin, end);
    }

    private static void wrk(Tomcat tomcat, int delayMillis, int seconds) throws IOException, InterruptedException {
        Path script = Files.createTempFile("delay", ".lua");
        String lua = delayMillis == 0 ? "" : "function delay() return " + delayMillis + " end\n";
        Files.writeString(script, lua);
        Process wrk = new ProcessBuilder(
                        "wrk",
                        "-t1",
                        "-c" + CONNECTIONS,
                        "-d" + seconds + "s",
                        "-s",
                        script.toString(),
                        tomcat.example().toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (wrk.waitFor() != 0) {
            throw new IOException("wrk failed: " + output);
        }
        output.lines().filter(line -> line.contains("Requests/sec")).forEach(System.out::println);
    }

    private static void report(
            int version,
            Path results,
            RecordedRun run,
            List<Integer> delays,
            List<Instant> starts,
            Instant begin,
            Instant end)
            throws IOException {
        List<Stretch> levels = new ArrayList<>();
        Path raw = results.resolve("tomcat-jdk" + version + "-levels.csv");
        try (PrintStream out = new PrintStream(raw.toFile(), StandardCharsets.UTF_8)) {
            out.println("delay_ms,process_cpu,f0_hz,network_bytes_per_s,pulse_hz");
            for (int i = 0; i < delays.size(); i++) {
                double start = run.secondsAt(starts.get(i));
                Stretch level = run.stretch(start + SETTLING_SECONDS, start + LEVEL_SECONDS);
                levels.add(level);
                out.printf(
                        Locale.ROOT,
                        "%d,%.4f,%.2f,%.0f,%.3f%n",
                        delays.get(i),
                        level.cpu(),
                        level.f0(),
                        level.bytesPerSecond(),
                        level.pulseHz());
            }
        }
        Files.readAllLines(raw).forEach(System.out::println);
        System.out.printf(
                Locale.ROOT,
                "JDK %d: rank correlation of f0 with process CPU %.3f, of pulse rate with network %.3f%n",
                version,
                RecordedRun.rankCorrelation(levels, Stretch::cpu, Stretch::f0),
                RecordedRun.rankCorrelation(levels, Stretch::bytesPerSecond, Stretch::pulseHz));
        System.out.printf(
                Locale.ROOT,
                "WAV %.3f s, last row %.3f s; load from %.1f to %.1f s of the run%n",
                run.soundSeconds(),
                run.lastRowSeconds(),
                run.secondsAt(begin),
                run.secondsAt(end));
    }
}
