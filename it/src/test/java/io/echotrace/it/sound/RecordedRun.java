package io.echotrace.it.sound;

import io.echotrace.ear.Loudness;
import io.echotrace.ear.Onsets;
import io.echotrace.ear.Pitch;
import io.echotrace.ear.Recording;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Row;
import io.echotrace.series.RunInfo;
import io.echotrace.series.SeriesReader;
import java.io.File;
import java.io.FileReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.correlation.SpearmansCorrelation;
import org.hipparchus.stat.descriptive.rank.Median;

/** The WAV and the CSV of one run side by side: what was measured, and what can be heard of it. */
public final class RecordedRun {
    /** The medians of one stretch of a run. */
    public record Stretch(double cpu, double f0, double bytesPerSecond, double pulseHz, double memory, double lufs) {}

    private static final double PULSE_LOW_HZ = 900;
    private static final double PULSE_HIGH_HZ = 3200;

    private final Recording sound;
    private final List<Row> rows = new ArrayList<>();

    public RecordedRun(File wav, File csv) throws IOException {
        sound = Recording.of(wav);
        try (SeriesReader reader = new SeriesReader(new FileReader(csv, StandardCharsets.UTF_8))) {
            reader.forEachRemaining(rows::add);
        }
    }

    public double soundSeconds() {
        return sound.duration();
    }

    public double lastRowSeconds() {
        return rows.get(rows.size() - 1).atNanos() / 1e9;
    }

    /** When the run started by the wall clock, as its first event says. */
    public Instant start() {
        String text = rows.get(0).occurrences().get(0).text();
        return Instant.parse(RunInfo.parse(text).get("start", ""));
    }

    /** Run time of a wall-clock instant. */
    public double secondsAt(Instant instant) {
        return Duration.between(start(), instant).toNanos() / 1e9;
    }

    public List<Row> rows() {
        return rows;
    }

    public Stretch stretch(double fromSeconds, double toSeconds) {
        Recording heard = sound.slice(fromSeconds, toSeconds).mono();
        double[] pitches = Pitch.track(heard).stream()
                .mapToDouble(Pitch.Frame::f0)
                .filter(f0 -> !Double.isNaN(f0))
                .toArray();
        return new Stretch(
                median(fromSeconds, toSeconds, row -> row.value(Metrics.PROCESS_CPU)),
                new Median().evaluate(pitches),
                median(
                        fromSeconds,
                        toSeconds,
                        row -> row.value(Metrics.NETWORK_RECEIVE) + row.value(Metrics.NETWORK_TRANSMIT)),
                Onsets.in(heard, PULSE_LOW_HZ, PULSE_HIGH_HZ).rate(),
                median(fromSeconds, toSeconds, row -> row.value(Metrics.HEAP_AFTER_GC)),
                Loudness.integrated(sound.slice(fromSeconds, toSeconds)));
    }

    public static double rankCorrelation(
            List<Stretch> stretches, ToDoubleFunction<Stretch> measured, ToDoubleFunction<Stretch> heard) {
        return new SpearmansCorrelation()
                .correlation(
                        stretches.stream().mapToDouble(measured).toArray(),
                        stretches.stream().mapToDouble(heard).toArray());
    }

    private double median(double fromSeconds, double toSeconds, ToDoubleFunction<Row> value) {
        double[] values = rows.stream()
                .filter(row -> row.atNanos() >= fromSeconds * 1e9 && row.atNanos() <= toSeconds * 1e9)
                .mapToDouble(value)
                .filter(v -> !Double.isNaN(v))
                .toArray();
        return new Median().evaluate(values);
    }
}
