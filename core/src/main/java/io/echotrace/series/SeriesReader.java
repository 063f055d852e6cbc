package io.echotrace.series;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRow;
import io.echotrace.metric.Metric;
import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import io.echotrace.metric.Snapshot;
import io.echotrace.metric.Unit;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a series: a CSV that EchoTrace wrote, or any other. The first column is the time if it is named so or looks like
 * one (see {@link TimeColumn}), otherwise rows are 100 ms apart; {@code score} and {@code events} are what EchoTrace
 * wrote; every other column is a metric, of the catalogue where the name is known there. A cell that is empty or no
 * number is unavailable. Time never runs backwards: a row that steps back stands where the one before stood.
 */
public final class SeriesReader implements Iterator<Row>, Closeable {
    private static final int NONE = -1;

    private final CsvReader csv;
    private final Iterator<CsvRow> lines;
    private final MetricSet metrics;
    /** For each metric the column it stands in. */
    private final int[] columns;

    private final TimeColumn time;
    private final int eventsColumn;
    private @Nullable CsvRow next;
    private long previousNanos = Long.MIN_VALUE;

    /** Reads the header and the first line; the reader is closed with this one. */
    public SeriesReader(Reader source) throws IOException {
        csv = CsvReader.builder()
                .skipEmptyRows(true)
                .errorOnDifferentFieldCount(false)
                .build(source);
        lines = csv.iterator();
        if (!lines.hasNext()) {
            throw new IOException("the file is empty");
        }
        List<String> header = lines.next().getFields();
        next = lines.hasNext() ? lines.next() : null;
        time = TimeColumn.of(header.get(0), next == null ? "" : next.getField(0));
        eventsColumn = header.indexOf(SeriesWriter.EVENTS);
        List<Metric> found = new ArrayList<>();
        columns = new int[header.size()];
        for (int column = time.isPresent() ? 1 : 0; column < header.size(); column++) {
            if (isMetric(header.get(column))) {
                columns[found.size()] = column;
                found.add(metric(header.get(column), found));
            }
        }
        metrics = new MetricSet(found);
    }

    /** The metrics of the series, in the order of its columns. */
    public MetricSet metrics() {
        return metrics;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    /** @throws IllegalArgumentException naming the line and what is wrong with it */
    @Override
    public Row next() {
        CsvRow line = next;
        if (line == null) {
            throw new NoSuchElementException();
        }
        next = lines.hasNext() ? lines.next() : null;
        try {
            return row(line);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + line.getOriginalLineNumber() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    private Row row(CsvRow line) {
        long atNanos = Math.max(time.next(line.getField(0)), previousNanos);
        double[] values = new double[metrics.size()];
        Arrays.setAll(values, i -> number(line, columns[i]));
        Snapshot snapshot = new Snapshot(atNanos, metrics, values);
        Row row = new Row(snapshot, events(line), previousNanos == Long.MIN_VALUE ? atNanos : previousNanos);
        previousNanos = row.atNanos();
        return row;
    }

    private List<Occurrence> events(CsvRow line) {
        boolean present = eventsColumn != NONE && eventsColumn < line.getFieldCount();
        return present ? EventText.parse(line.getField(eventsColumn)) : Collections.emptyList();
    }

    private static double number(CsvRow line, int column) {
        if (column >= line.getFieldCount() || line.getField(column).isEmpty()) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(line.getField(column));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static boolean isMetric(String name) {
        return !name.equals(SeriesWriter.SCORE) && !name.equals(SeriesWriter.EVENTS);
    }

    private static Metric metric(String name, List<Metric> taken) {
        Map<String, Metric> known = new HashMap<>();
        Metrics.all().forEach(metric -> known.put(metric.name(), metric));
        Metric metric = known.getOrDefault(name, new Metric(name, Unit.UNKNOWN, name));
        return taken.contains(metric) ? new Metric(name + "#" + (taken.size() + 1), Unit.UNKNOWN, name) : metric;
    }
}
