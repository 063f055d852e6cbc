package io.echotrace.it.stop;

import io.echotrace.ear.Holes;
import io.echotrace.ear.Recording;
import io.echotrace.it.host.ForcedStops;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.Outcome;
import io.echotrace.it.jvm.TargetJvm;
import io.echotrace.it.sound.RecordedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A host that is recorded while its JVM logs its stops: what is heard of them against what was. */
final class StopMeasurement {
    /** By then the sound has faded in. */
    private static final double FROM = 3.2;

    private final int jdk;
    private final Path folder;
    private final JvmLauncher launcher;

    /**
     * @param collector as in {@code -XX:+UseSerialGC}: {@code Serial}, {@code Z} and so on
     * @param parent a folder of its own is made in it
     */
    StopMeasurement(int jdk, String collector, Path parent, String... jvmOptions) throws IOException {
        this.jdk = jdk;
        folder = Files.createTempDirectory(parent, "stops-" + jdk + "-" + collector);
        launcher = new JvmLauncher(Jdks.home(jdk), folder).agent("wav=run.wav,csv=run.csv,live=off");
        StopLog.options(jdk, log()).forEach(launcher::jvmOption);
        launcher.jvmOption("-XX:+Use" + collector + "GC").jvmOption("-XX:-UseCountedLoopSafepoints");
        List.of(jvmOptions).forEach(launcher::jvmOption);
    }

    /** Runs {@link ForcedStops}, which gets these arguments behind the CSV, and compares. */
    StopComparison forced(String... arguments) throws IOException {
        try (TargetJvm host = start(ForcedStops.class, arguments)) {
            return compare(host);
        }
    }

    /** Starts a host whose first argument is the CSV, and which prints its clock. */
    TargetJvm start(Class<?> main, String... arguments) throws IOException {
        String[] all = new String[arguments.length + 1];
        all[0] = "run.csv";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return launcher.start(main, all);
    }

    /** Waits for the host's end and compares. */
    StopComparison compare(TargetJvm host) throws IOException {
        Outcome outcome = host.awaitEnd();
        if (outcome.exitCode() != 0) {
            throw new IOException(outcome.stdout() + outcome.stderr());
        }
        Recording sound = Recording.of(folder.resolve("run.wav").toFile());
        double end = sound.duration();
        List<TrueStop> stops = StopLog.read(jdk, log(), outcome.stdout(), run().start()).stream()
                .filter(stop -> stop.start() > FROM && stop.end() < end)
                .toList();
        List<Holes.Hole> holes = Holes.in(sound, 0.01).stream()
                .filter(hole -> hole.start() > FROM)
                .toList();
        return new StopComparison(stops, holes);
    }

    /** What was measured and recorded. */
    RecordedRun run() throws IOException {
        return new RecordedRun(
                folder.resolve("run.wav").toFile(), folder.resolve("run.csv").toFile());
    }

    private Path log() {
        return folder.resolve("stops.log");
    }
}
