package io.echotrace.it.stop;

import io.echotrace.ear.Holes;
import io.echotrace.ear.Recording;
import io.echotrace.it.host.ForcedStops;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.Outcome;
import io.echotrace.it.sound.RecordedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Records a host that is made to stop, and compares the recording with what its JVM logs. */
final class StopMeasurement {
    /** By then the sound has faded in. */
    private static final double FROM = 3.2;

    private final int jdk;
    private final String collector;
    private final Path folder;

    /**
     * @param collector as in {@code -XX:+UseSerialGC}: {@code Serial}, {@code Z} and so on
     * @param parent a folder of its own is made in it
     */
    StopMeasurement(int jdk, String collector, Path parent) throws IOException {
        this.jdk = jdk;
        this.collector = collector;
        this.folder = Files.createTempDirectory(parent, "stops-" + jdk + "-" + collector);
    }

    /** @param kinds of stops, and {@code count}, shortest and longest: as {@link ForcedStops} takes them */
    StopComparison of(String heap, String kinds, int count, int shortestMillis, int longestMillis) throws IOException {
        Path log = folder.resolve("stops.log");
        JvmLauncher launcher = new JvmLauncher(Jdks.home(jdk), folder).agent("wav=run.wav,csv=run.csv");
        StopLog.options(jdk, log).forEach(launcher::jvmOption);
        launcher.jvmOption("-Xmx" + heap)
                .jvmOption("-XX:+Use" + collector + (collector.endsWith("GC") ? "" : "GC"))
                .jvmOption("-XX:-UseCountedLoopSafepoints");
        Outcome host = launcher.run(
                ForcedStops.class,
                "run.csv",
                kinds,
                String.valueOf(count),
                String.valueOf(shortestMillis),
                String.valueOf(longestMillis));
        if (host.exitCode() != 0) {
            throw new IOException(host.stderr());
        }
        return compare(log, host.stdout());
    }

    private StopComparison compare(Path log, String stdout) throws IOException {
        Path wav = folder.resolve("run.wav");
        RecordedRun run =
                new RecordedRun(wav.toFile(), folder.resolve("run.csv").toFile());
        Instant start = run.start();
        List<TrueStop> stops = StopLog.read(jdk, log, stdout, start);
        Recording sound = Recording.of(wav.toFile());
        List<Holes.Hole> holes = Holes.in(sound, 0.01).stream()
                .filter(hole -> hole.start() > FROM && hole.end() < sound.duration())
                .toList();
        return new StopComparison(stops, holes, FROM);
    }
}
