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
import java.io.BufferedReader;
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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a series: a CSV that EchoTrace wrote, or any other. The first column is the time if it is named so or looks like
 * one (see {@link TimeColumn}), otherwise rows are 100 ms apart; every other column is a metric, of the catalogue where
 * the name is known there. Only where the first column is {@code time_s} and the last two are {@code score} and {@code
 * events} the file is EchoTrace's own, whatever metrics were cut out of it, and these two are no metrics. A cell that is
 * empty or no number is unavailable. Time never runs backwards: a row that steps back stands where the one before stood.
 *
 * <p>The last line may have been cut short, by a full disk or the end of a process: when it cannot be read it is left
 * out. Gaps are given as they stand, even those of days or years: how long the series is, and whether that is still
 * worth a rendering, is the caller's to judge.
 */
public final class SeriesReader implements Iterator<Row>, Closeable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CsvReader csv;
    private final Iterator<CsvRow> lines;
    private final MetricSet metrics;
    /** For each metric the column it stands in. */
    private final int[] columns;

    private final TimeColumn time;
    /** Whether EchoTrace wrote the file. */
    private final boolean own;

    private final List<String> header;
    private final int width;
    private final LineEnd end;
    private boolean cutShort;
    private List<String> fields = Collections.emptyList();
    private long stepNanos;
    private long previousInstant = Long.MIN_VALUE;
    private @Nullable CsvRow next;
    private long previousNanos = Long.MIN_VALUE;

    /** Reads the header and the first line; the reader is closed with this one. */
    public SeriesReader(Reader source) throws IOException {
        end = new LineEnd(withoutByteOrderMark(source));
        csv = CsvReader.builder()
                .skipEmptyRows(true)
                .errorOnDifferentFieldCount(false)
                .build(end);
        lines = csv.iterator();
        if (!lines.hasNext()) {
            throw new IOException("the file is empty");
        }
        header = lines.next().getFields();
        width = header.size();
        own = isOwn(header);
        CsvRow first = lines.hasNext() ? lines.next() : null;
        time = TimeColumn.of(header.get(0), first == null ? "" : first.getField(0));
        next = unlessCutShort(first);
        columns = IntStream.range(time.isPresent() ? 1 : 0, own ? width - 2 : width)
                .toArray();
        metrics = new MetricSet(metrics(header, columns));
    }

    /** The metrics of the series, in the order of its columns. */
    public MetricSet metrics() {
        return metrics;
    }

    /** The names of all columns. */
    public List<String> header() {
        return Collections.unmodifiableList(header);
    }

    /** All cells of the row that was returned last, as they stand in the file. */
    public List<String> fields() {
        return Collections.unmodifiableList(fields);
    }

    /** Whether the rows say when they are. */
    public boolean isTimed() {
        return time.isPresent();
    }

    /**
     * How much later than the row before the row that was returned last is, in nanoseconds: 0 for the first, and
     * negative where time steps back.
     */
    public long stepNanos() {
        return stepNanos;
    }

    /** Whether the last line was left out because it is cut short; known when there are no more rows. */
    public boolean isCutShort() {
        return cutShort;
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
        next = lines.hasNext() ? unlessCutShort(lines.next()) : null;
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
        long instant = time.next(line.getField(0));
        stepNanos = previousInstant == Long.MIN_VALUE ? 0 : instant - previousInstant;
        previousInstant = instant;
        fields = line.getFields();
        long atNanos = Math.max(instant, previousNanos);
        double[] values = new double[metrics.size()];
        Arrays.setAll(values, i -> number(line, columns[i]));
        Snapshot snapshot = new Snapshot(atNanos, metrics, values);
        Row row = new Row(snapshot, events(line), previousNanos == Long.MIN_VALUE ? 0 : previousNanos);
        previousNanos = row.atNanos();
        return row;
    }

    private List<Occurrence> events(CsvRow line) {
        boolean present = own && line.getFieldCount() >= width;
        return present ? EventText.parse(line.getField(width - 1)) : Collections.emptyList();
    }

    /** The line, or null when it is the last of the file and not whole. */
    private @Nullable CsvRow unlessCutShort(@Nullable CsvRow line) {
        if (line == null || lines.hasNext() || isWhole(line)) {
            return line;
        }
        cutShort = true;
        return null;
    }

    /** Our own lines end properly; one that does not may be cut in the middle of a number. */
    private boolean isWhole(CsvRow line) {
        if (own && (line.getFieldCount() < width || !end.isReached())) {
            return false;
        }
        try {
            events(line);
            return time.canRead(line.getField(0));
        } catch (IllegalArgumentException e) {
            return false;
        }
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

    private static boolean isOwn(List<String> header) {
        int width = header.size();
        return width >= 3
                && header.get(0).equals(SeriesWriter.TIME)
                && header.get(width - 2).equals(SeriesWriter.SCORE)
                && header.get(width - 1).equals(SeriesWriter.EVENTS);
    }

    /** Spreadsheets put the mark before the header. */
    private static Reader withoutByteOrderMark(Reader source) throws IOException {
        BufferedReader reader = new BufferedReader(source);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private static List<Metric> metrics(List<String> header, int[] columns) {
        List<Metric> found = new ArrayList<>();
        for (int column : columns) {
            found.add(metric(header.get(column), found));
        }
        return found;
    }

    private static Metric metric(String name, List<Metric> taken) {
        Map<String, Metric> known = new HashMap<>();
        Metrics.all().forEach(metric -> known.put(metric.name(), metric));
        Metric metric = known.getOrDefault(name, new Metric(name, Unit.UNKNOWN, name));
        return taken.contains(metric) ? new Metric(name + "#" + (taken.size() + 1), Unit.UNKNOWN, name) : metric;
    }
}
