package io.echotrace.it.server;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Row;
import io.echotrace.metric.Unit;
import io.echotrace.series.SeriesReader;
import java.io.FileReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.stat.descriptive.rank.Median;

/** What a run's CSV says of the timed calls of one pattern. */
final class CountedCalls {
    private final List<Row> rows = new ArrayList<>();
    private final String pattern;

    /** @param pattern one of several that the run's options name */
    CountedCalls(Path csv, String pattern) throws IOException {
        this.pattern = pattern;
        try (SeriesReader reader = new SeriesReader(new FileReader(csv.toFile(), StandardCharsets.UTF_8))) {
            reader.forEachRemaining(rows::add);
        }
    }

    /** How many calls there were, to the call: each row holds their rate since the row before. */
    long calls() {
        return sum(Metrics.METHOD_RATE);
    }

    /** How many of them threw. */
    long errors() {
        return sum(Metrics.METHOD_ERRORS);
    }

    /** The median of p50 over the rows that have one; seconds. */
    double p50() {
        return median(Metrics.METHOD_P50);
    }

    /** The median of p99 over the rows that have one; seconds. */
    double p99() {
        return median(Metrics.METHOD_P99);
    }

    private double median(Metric ofAll) {
        Metric metric = ofPattern(ofAll);
        return new Median()
                .evaluate(rows.stream()
                        .mapToDouble(row -> row.value(metric))
                        .filter(value -> !Double.isNaN(value))
                        .toArray());
    }

    private long sum(Metric ofAll) {
        Metric rate = ofPattern(ofAll);
        long sum = 0;
        long previousNanos = 0;
        for (Row row : rows) {
            double value = row.value(rate);
            sum += Double.isNaN(value) ? 0 : Math.round(value * (row.atNanos() - previousNanos) / 1e9);
            previousNanos = row.atNanos();
        }
        return sum;
    }

    private Metric ofPattern(Metric ofAll) {
        return new Metric(ofAll.name() + "{" + pattern + "}", Unit.UNKNOWN, "");
    }
}
