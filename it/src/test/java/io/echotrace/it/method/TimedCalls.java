package io.echotrace.it.method;

import io.echotrace.metric.CallMetrics;
import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import io.echotrace.series.SeriesReader;
import java.io.FileReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hipparchus.stat.descriptive.rank.Median;

/** The calls that a run has timed, from its CSV. */
public final class TimedCalls {
    private final List<Row> rows = new ArrayList<>();

    /** Reads the rows that are there: none of a file that holds nothing yet. */
    public TimedCalls(Path csv) throws IOException {
        if (!Files.exists(csv) || Files.size(csv) == 0) {
            return;
        }
        try (SeriesReader reader = new SeriesReader(new FileReader(csv.toFile(), StandardCharsets.UTF_8))) {
            reader.forEachRemaining(rows::add);
        }
    }

    /** How many there were of all methods. */
    public long all() {
        return count(Metrics.METHOD_RATE);
    }

    /** How many there were of a group. */
    public long of(String group) {
        return count(CallMetrics.ofGroup(group).rate());
    }

    /** How many of all methods have thrown. */
    public long errors() {
        return count(Metrics.METHOD_ERRORS);
    }

    /** How many of a group have thrown. */
    public long errorsOf(String group) {
        return count(CallMetrics.ofGroup(group).errors());
    }

    /** How many errors the occurrences tell of. */
    public long errorsTold() {
        return rows.stream()
                .flatMap(row -> row.occurrences().stream())
                .filter(occurrence -> occurrence.kind() == Occurrence.Kind.ERROR)
                .mapToLong(occurrence -> Long.parseLong(occurrence.text()))
                .sum();
    }

    /** A metric of a group at the last row in which calls of it have ended. */
    public double last(String group, Function<CallMetrics, Metric> metric) {
        CallMetrics metrics = CallMetrics.ofGroup(group);
        double value = Double.NaN;
        for (Row row : rows) {
            if (row.value(metrics.rate()) > 0) {
                value = row.value(metric.apply(metrics));
            }
        }
        return value;
    }

    /** The median of a metric of a group over the rows that have a value. */
    public double median(String group, Function<CallMetrics, Metric> metric) {
        Metric ofGroup = metric.apply(CallMetrics.ofGroup(group));
        return new Median()
                .evaluate(rows.stream()
                        .mapToDouble(row -> row.value(ofGroup))
                        .filter(value -> !Double.isNaN(value))
                        .toArray());
    }

    /** A rate is that of the time since the row before, and of the first row since the start. */
    private long count(Metric rate) {
        long calls = 0;
        long before = 0;
        for (Row row : rows) {
            double value = row.value(rate);
            calls += Double.isNaN(value) ? 0 : Math.round(value * (row.atNanos() - before) / 1e9);
            before = row.atNanos();
        }
        return calls;
    }
}
