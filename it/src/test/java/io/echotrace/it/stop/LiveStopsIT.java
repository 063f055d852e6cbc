package io.echotrace.it.stop;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.ear.Bands;
import io.echotrace.ear.Holes;
import io.echotrace.ear.Recording;
import io.echotrace.ear.SoundCardRecording;
import io.echotrace.ear.VirtualSoundCard;
import io.echotrace.it.host.ForcedStops;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.Outcome;
import io.echotrace.it.sound.RecordedRun;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Occurrence.Kind;
import io.echotrace.needs.NeedsSoundServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A stop as it is heard live: silence that came of itself, then the thud. */
@NeedsSoundServer
@Isolated("measures time, and a sound card has no patience")
class LiveStopsIT {
    private static final int MOST_ATTEMPTS = 6;
    private static final long LONG_NANOS = 300_000_000;
    private static final String FORCED = "System.gc()";
    private static final double SHORTEST_SILENCE = 0.08;
    /** What the buffer bridges, and how much longer than that a silence may be. */
    private static final double BRIDGED = 0.16;

    private static final double LINGERING = 0.15;
    private static final double THUD_SECONDS = 1;
    /** Nothing else sounds down there: without a thud it is below -90 dB. */
    private static final double THUD_DB = -60;

    @TempDir
    Path folder;

    /** What came out of the sound card; run time 0 is at an offset. */
    private record Heard(Recording sound, double offset, List<Occurrence> stops) {
        /** The silence that a stop has made; of no length when there is none. */
        Holes.Hole silence(Occurrence stop) {
            double start = stop.startNanos() / 1e9 + offset;
            double end = start + stop.lengthNanos() / 1e9;
            return Holes.in(sound.slice(0, end + 1), SHORTEST_SILENCE).stream()
                    .filter(hole -> hole.end() > start + 0.1 && hole.start() < end)
                    .findFirst()
                    .orElse(new Holes.Hole(end, 0));
        }

        /** How loud the band of the thud is after a silence. */
        double thudDb(Holes.Hole silence) {
            return Bands.level(sound.slice(silence.end(), silence.end() + THUD_SECONDS), 50, 75);
        }

        boolean isHeard(Occurrence stop) {
            Holes.Hole silence = silence(stop);
            double length = stop.lengthNanos() / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "stop of %.0f ms: silence of %.0f ms, then %.1f dB at 62 Hz%n",
                    1e3 * length,
                    1e3 * silence.length(),
                    thudDb(silence));
            return silence.length() > length - BRIDGED
                    && silence.length() < length + LINGERING
                    && thudDb(silence) > THUD_DB;
        }
    }

    @Test
    void stop_isSilenceOfItsLength_thenAThud() throws Exception {
        Heard heard = listen();
        for (int i = 1; i < MOST_ATTEMPTS && !heard.stops().stream().allMatch(heard::isHeard); i++) {
            heard = listen();
        }
        assertThat(heard.stops()).isNotEmpty().allMatch(heard::isHeard);
    }

    private Heard listen() throws IOException {
        Path run = Files.createTempDirectory(folder, "run");
        try (VirtualSoundCard card = VirtualSoundCard.start(run)) {
            JvmLauncher launcher = new JvmLauncher(Jdks.running(), run).agent("live=on,wav=run.wav,csv=run.csv");
            launcher.jvmOption("-Xmx1g").jvmOption("-XX:+UseSerialGC");
            card.environment().forEach(launcher::variable);
            SoundCardRecording recording = card.record();
            Instant begin = Instant.now().minusNanos((long) (recording.seconds() * 1e9));
            Outcome host = launcher.run(ForcedStops.class, "run.csv", "gc", "3", "350", "900", "1500");
            assertThat(host.exitCode()).as(host.stderr()).isZero();
            float[] samples = recording.stop();
            RecordedRun measured = new RecordedRun(
                    run.resolve("run.wav").toFile(), run.resolve("run.csv").toFile());
            return new Heard(
                    Recording.of(SoundCardRecording.SAMPLE_RATE_HZ, samples, samples),
                    -measured.secondsAt(begin),
                    longStops(measured));
        }
    }

    /** The forced ones alone: one that comes while the heap is filled may be followed too soon for its thud. */
    private static List<Occurrence> longStops(RecordedRun run) {
        return run.rows().stream()
                .flatMap(row -> row.occurrences().stream())
                .filter(occurrence -> occurrence.kind() == Kind.STOP && occurrence.lengthNanos() > LONG_NANOS)
                .filter(stop -> stop.text().startsWith(FORCED))
                .toList();
    }
}
