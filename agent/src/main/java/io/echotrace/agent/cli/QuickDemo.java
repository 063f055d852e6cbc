package io.echotrace.agent.cli;

import io.echotrace.metric.Metric;
import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import io.echotrace.metric.Snapshot;
import io.echotrace.session.RenderedSound;
import io.echotrace.session.Rendering;
import io.echotrace.session.SoundOptions;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The original program's instant demo: made-up measurements of a system that is healthy, comes under load and fails,
 * rendered at once.
 */
final class QuickDemo {
    private static final MetricSet METRICS = new MetricSet(Arrays.asList(
            Metrics.SYSTEM_CPU,
            Metrics.PROCESS_CPU,
            Metrics.SYSTEM_MEMORY,
            Metrics.NETWORK_RECEIVE,
            Metrics.NETWORK_TRANSMIT,
            Metrics.GC_RATE));

    private static final double HEALTHY_SECONDS = 6;
    private static final double FAILING_SECONDS = 12;
    private static final double END_SECONDS = 18;
    private static final double ROW_SECONDS = 0.1;
    private static final double STORM_COLLECTION_SECONDS = 0.06;
    private static final double LAST_STOP_SECONDS = 0.6;

    private QuickDemo() {}

    static int render(File wav, PrintWriter out) throws IOException {
        RenderedSound sound = new Rendering(SoundOptions.DEFAULT)
                .render(METRICS, rows().iterator(), "EchoTrace quick demo", wav, seconds -> {});
        out.printf(
                Locale.ROOT,
                "%.0f s healthy: a soft steady chord, a slow pulse. To %.0f s under load: higher, louder, faster."
                        + " Then it fails: rough and noisy, knocks of the collector, a stop with a thud.%n"
                        + "The sound: %s%n",
                HEALTHY_SECONDS,
                FAILING_SECONDS,
                sound.files().get(0));
        out.flush();
        return 0;
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (double seconds = 0; seconds < END_SECONDS; seconds += ROW_SECONDS) {
            rows.add(row(seconds, rows.isEmpty() ? 0 : rows.get(rows.size() - 1).atNanos()));
        }
        return rows;
    }

    private static Row row(double seconds, long previousNanos) {
        double load = Math.max(0, Math.min((seconds - HEALTHY_SECONDS) / (FAILING_SECONDS - HEALTHY_SECONDS), 1));
        boolean failing = seconds >= FAILING_SECONDS;
        double[] values = new double[METRICS.size()];
        set(values, Metrics.SYSTEM_CPU, 0.3 + 0.6 * load);
        set(values, Metrics.PROCESS_CPU, 0.3 + 0.65 * load);
        set(values, Metrics.SYSTEM_MEMORY, 0.3 + 0.55 * load);
        set(values, Metrics.NETWORK_RECEIVE, 20e3 + 20e6 * load);
        set(values, Metrics.NETWORK_TRANSMIT, 20e3 + 20e6 * load);
        set(values, Metrics.GC_RATE, failing ? 8 : 0.5);
        Snapshot snapshot = new Snapshot(nanos(seconds), METRICS, values);
        return new Row(snapshot, failing ? stops(seconds) : Collections.emptyList(), previousNanos);
    }

    private static List<Occurrence> stops(double seconds) {
        boolean last = seconds >= END_SECONDS - 2 && seconds < END_SECONDS - 2 + ROW_SECONDS;
        double length = last ? LAST_STOP_SECONDS : STORM_COLLECTION_SECONDS;
        boolean inTheLastStop = seconds >= END_SECONDS - 2 - LAST_STOP_SECONDS && !last;
        return inTheLastStop && seconds < END_SECONDS - 2
                ? Collections.emptyList()
                : Collections.singletonList(new Occurrence(
                        Occurrence.Kind.STOP, nanos(seconds - length), nanos(length), "Allocation Failure"));
    }

    private static void set(double[] values, Metric metric, double value) {
        values[METRICS.indexOf(metric)] = value;
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }
}
