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

/** What a run's CSV says of one group of timed calls. */
final class CountedCalls {
    private final List<Row> rows = new ArrayList<>();
    private final String group;

    /** @param group a pattern of the run, one of several */
    CountedCalls(Path csv, String group) throws IOException {
        this.group = group;
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

    /** The median of the rows in which there was one; seconds. */
    double median(Metric metric) {
        Metric own = ofGroup(metric);
        return new Median()
                .evaluate(rows.stream()
                        .mapToDouble(row -> row.value(own))
                        .filter(value -> !Double.isNaN(value))
                        .toArray());
    }

    private long sum(Metric rate) {
        Metric own = ofGroup(rate);
        long sum = 0;
        long previousNanos = 0;
        for (Row row : rows) {
            double value = row.value(own);
            sum += Double.isNaN(value) ? 0 : Math.round(value * (row.atNanos() - previousNanos) / 1e9);
            previousNanos = row.atNanos();
        }
        return sum;
    }

    private Metric ofGroup(Metric metric) {
        return new Metric(metric.name() + "{" + group + "}", Unit.UNKNOWN, "");
    }
}
