package io.echotrace.session;

import io.echotrace.anomaly.Scorer;
import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import io.echotrace.output.WavTags;
import io.echotrace.output.WavWriter;
import io.echotrace.series.RunInfo;
import io.echotrace.series.SeriesReader;
import io.echotrace.timeline.Timeline;
import io.echotrace.voice.MixDesk;
import io.echotrace.voice.Renderer;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Renders a recorded series, as fast as the machine can, to the sound it had, or would have had. A series that EchoTrace
 * recorded names the options of its sound in its first row; the WAV's data is then that of the run to the last bit.
 * Captions of what is found, and of its markers, stand beside it as WebVTT, if there are any.
 */
public final class Rendering {
    private static final double NANOS_PER_SECOND = 1e9;
    /** The least and the most that a series may be played faster than it was measured. */
    public static final double SLOWEST = 0.1;

    public static final double FASTEST = 3600;

    private final SoundOptions options;
    private final double fadeSeconds;
    private final boolean captioned;
    private @Nullable File baseline;
    private double speed = 1;
    private Consumer<String> trouble = message -> {};

    /** @param options for what the series does not say itself */
    public Rendering(SoundOptions options) {
        this(options, Renderer.START_FADE_SECONDS, true);
    }

    /**
     * @param fadeSeconds how long the sound takes to reach its level
     * @param captioned whether captions of what is found, and of markers, stand beside it, if there are any
     */
    Rendering(SoundOptions options, double fadeSeconds, boolean captioned) {
        this.options = options;
        this.fadeSeconds = fadeSeconds;
        this.captioned = captioned;
    }

    /** Takes another run's CSV for what is usual; else the series says which, if it was recorded with one. */
    public Rendering baseline(File csv) {
        this.baseline = csv;
        return this;
    }

    /**
     * Plays the series so many times faster, or slower, than it was measured: an hour at 60 is a minute. Nothing is
     * resampled: pitch, pulse and all sounds are those of the values, which follow one another more quickly.
     *
     * @param factor 0.1…3600
     * @throws IllegalArgumentException if it is out of that range or NaN
     */
    public Rendering speed(double factor) {
        if (!(factor >= SLOWEST && factor <= FASTEST)) {
            throw new IllegalArgumentException("a speed of " + factor + " is not of 0.1…3600");
        }
        this.speed = factor;
        return this;
    }

    /** Is told, in one line each, what makes the sound another than it was. */
    public Rendering onTrouble(Consumer<String> listener) {
        this.trouble = listener;
        return this;
    }

    /**
     * Renders a CSV into a WAV.
     *
     * @param wav made with its folders; if it exists, {@code -2} is added to the name
     * @param progress is told now and then how many seconds of sound are done
     * @return what was written
     * @throws IOException when a file cannot be read or written, or the CSV has no rows
     * @throws IllegalArgumentException naming the line that cannot be read
     */
    public RenderedSound render(File csv, File wav, DoubleConsumer progress) throws IOException {
        try (Reader text = new InputStreamReader(new FileInputStream(csv), StandardCharsets.UTF_8);
                SeriesReader series = new SeriesReader(text)) {
            if (!series.hasNext()) {
                throw new IOException(csv + " has no rows");
            }
            BaselineSearch search = new BaselineSearch(baseline, csv, trouble);
            RenderedSound sound = render(series.metrics(), series, search, csv.getName(), wav, progress);
            return new RenderedSound(sound.files(), sound.seconds(), series.isCutShort());
        }
    }

    /**
     * Renders rows into a WAV.
     *
     * @param rows at least one, in the order of time; each is taken when it is needed
     * @param name what the WAV says it is
     * @param wav made with its folders; if it exists, {@code -2} is added to the name
     * @param progress is told now and then how many seconds of sound are done
     * @return what was written
     * @throws IOException when the file cannot be written
     */
    public RenderedSound render(MetricSet metrics, Iterator<Row> rows, String name, File wav, DoubleConsumer progress)
            throws IOException {
        return render(metrics, rows, new BaselineSearch(baseline, null, trouble), name, wav, progress);
    }

    private RenderedSound render(
            MetricSet metrics,
            Iterator<Row> rows,
            BaselineSearch search,
            String name,
            File wav,
            DoubleConsumer progress)
            throws IOException {
        Row row = rows.next();
        RunInfo run = runInfo(row);
        SoundOptions sound = options.with(run, trouble);
        Scorer scorer = search.scorer(Baseline.of(run), metrics);
        Timeline timeline = new Timeline();
        Renderer renderer = new Renderer(timeline, sound.wavRateHz(), new MixDesk(sound.mix()), fadeSeconds);
        Pipeline pipeline = new Pipeline(scorer, sound.table(metrics), timeline, speed);
        try (CaptionsOutput captions = new CaptionsOutput(file -> false, trouble, speed);
                WavWriter writer =
                        new WavWriter(wav, renderer, sound.wavChannels(), tags(name), captions::recordedIn)) {
            if (captioned) {
                captions.recordedIn(writer.files().get(0), 0);
            }
            Moment latest = pipeline.accept(row);
            while (rows.hasNext()) {
                captions.follow(latest, false);
                row = rows.next();
                latest = pipeline.accept(row);
                writer.writeSealed();
                progress.accept(row.atNanos() / speed / NANOS_PER_SECOND);
            }
            captions.follow(pipeline.finish(latest), true);
            long endNanos = Math.round(row.atNanos() / speed);
            writer.finish(endNanos);
            return new RenderedSound(writer.files(), endNanos / NANOS_PER_SECOND, false);
        }
    }

    /** What a series says of its run in the first row. */
    static RunInfo runInfo(Row first) {
        for (Occurrence occurrence : first.occurrences()) {
            if (occurrence.kind() == Occurrence.Kind.RUN) {
                return RunInfo.parse(occurrence.text());
            }
        }
        return RunInfo.parse("");
    }

    private static WavTags tags(String name) {
        return WavTags.none().with(WavTags.Tag.NAME, name).with(WavTags.Tag.SOFTWARE, "EchoTrace " + Version.text());
    }
}
