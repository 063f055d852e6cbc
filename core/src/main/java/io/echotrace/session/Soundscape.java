package io.echotrace.session;

import io.echotrace.metric.Metric;
import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Row;
import io.echotrace.metric.Snapshot;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Turns a list of values into sound: each row of values sounds for one interval, 0.1 s if nothing else is said. What each
 * metric does is as in a session: {@link Metrics#SYSTEM_CPU} or {@link Metrics#PROCESS_CPU} is the pitch, {@link
 * Metrics#METHOD_RATE} is the pulse, or without it {@link Metrics#NETWORK_RECEIVE} and {@link Metrics#NETWORK_TRANSMIT}
 * together are, {@link Metrics#SYSTEM_MEMORY} is the loudness, and {@link Metrics#OWN_SCORE} says how wrong it sounds, if
 * EchoTrace does not find something worse. The sound glides from value to value. Not thread-safe.
 */
public final class Soundscape {
    private static final double USUAL_INTERVAL_SECONDS = 0.1;
    private static final double SHORTEST_INTERVAL_SECONDS = 0.001;
    private static final double LONGEST_INTERVAL_SECONDS = 3600;
    private static final double NANOS_PER_SECOND = 1e9;
    /** A session swells for seconds, so as not to startle; a piece that may last no longer only must not click. */
    private static final double FADE_SECONDS = 0.05;

    private final MetricSet metrics;
    private final List<double[]> rows = new ArrayList<>();
    private SoundOptions options = SoundOptions.DEFAULT;
    private double intervalSeconds = USUAL_INTERVAL_SECONDS;

    private Soundscape(MetricSet metrics) {
        this.metrics = metrics;
    }

    /**
     * A soundscape without rows.
     *
     * @param metrics what the values of each row are, in order
     * @throws IllegalArgumentException if a metric is given twice
     */
    public static Soundscape of(Metric... metrics) {
        return new Soundscape(new MetricSet(Arrays.asList(metrics)));
    }

    /** How long each row sounds: a millisecond to an hour. */
    public Soundscape intervalSeconds(double seconds) {
        if (!(seconds >= SHORTEST_INTERVAL_SECONDS && seconds <= LONGEST_INTERVAL_SECONDS)) {
            throw new IllegalArgumentException("an interval of " + seconds + " s is not of 1 ms to 1 h");
        }
        this.intervalSeconds = seconds;
        return this;
    }

    /** Sample rate, channels, and the top of the pulse's range. */
    public Soundscape sound(SoundOptions newOptions) {
        this.options = newOptions;
        return this;
    }

    /**
     * Adds a row.
     *
     * @param values one a metric, in their order; NaN where there is none; copied
     * @throws IllegalArgumentException if there are fewer or more values than metrics
     */
    public Soundscape add(double... values) {
        if (values.length != metrics.size()) {
            throw new IllegalArgumentException(values.length + " values for " + metrics.size() + " metrics");
        }
        rows.add(values.clone());
        return this;
    }

    /**
     * Writes the sound of all rows, as fast as the machine can, in the caller's thread.
     *
     * @param wav made with its folders; if it exists, {@code -2} is added to the name
     * @return what was written: as many seconds as the rows have intervals
     * @throws IOException when the file cannot be written
     * @throws IllegalStateException when there are no rows
     */
    public RenderedSound writeWav(File wav) throws IOException {
        if (rows.isEmpty()) {
            throw new IllegalStateException("a soundscape needs at least one row");
        }
        return new Rendering(options, FADE_SECONDS, false)
                .render(metrics, timedRows().iterator(), wav.getName(), wav, seconds -> {});
    }

    /** The last values once more where they end: a series sounds up to its last instant. */
    private List<Row> timedRows() {
        List<Row> timed = new ArrayList<>();
        long previous = 0;
        for (int i = 0; i <= rows.size(); i++) {
            long at = StrictMath.round(i * intervalSeconds * NANOS_PER_SECOND);
            double[] values = rows.get(Math.min(i, rows.size() - 1));
            timed.add(new Row(new Snapshot(at, metrics, values), Collections.emptyList(), previous));
            previous = at;
        }
        return timed;
    }
}
