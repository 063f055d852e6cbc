package io.echotrace.series;

import io.echotrace.metric.Metric;
import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import io.echotrace.metric.SixDigits;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes a run as CSV (UTF-8, RFC 4180): {@code time_s}, one column a metric, {@code score}, {@code events}. Each row
 * reaches the operating system as it happens, so a killed run keeps its rows. Allocates next to nothing. The probe
 * thread's own.
 */
public final class SeriesWriter implements Closeable {
    static final String TIME = "time_s";
    static final String SCORE = "score";
    static final String EVENTS = "events";

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final OutputStream out;
    private final MetricSet metrics;
    private final StringBuilder line = new StringBuilder(512);
    private byte[] bytes = new byte[1024];

    /** Writes the header. The stream is closed with this writer; it needs no buffer. */
    public SeriesWriter(OutputStream out, MetricSet metrics) throws IOException {
        this.out = out;
        this.metrics = metrics;
        StringBuilder header = new StringBuilder(TIME);
        for (Metric metric : metrics.metrics()) {
            header.append(',').append(Cells.quoted(metric.name()));
        }
        header.append(',').append(SCORE).append(',').append(EVENTS).append("\r\n");
        out.write(header.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes a row.
     *
     * @param score how wrong things sound, 0…1
     * @param findings starts and ends of findings, written behind the row's own occurrences
     */
    public void write(Row row, double score, List<Occurrence> findings) throws IOException {
        line.setLength(0);
        appendMillis(row.atNanos() / NANOS_PER_MILLI);
        for (int i = 0; i < metrics.size(); i++) {
            SixDigits.append(line.append(','), row.snapshot().value(i));
        }
        SixDigits.append(line.append(','), SixDigits.round(score));
        line.append(',');
        int start = line.length();
        appendEvents(row.occurrences(), start);
        appendEvents(findings, start);
        line.append("\r\n");
        writeLine();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void appendMillis(long millis) {
        line.append(millis / 1000).append('.');
        long fraction = millis % 1000;
        line.append((char) ('0' + fraction / 100))
                .append((char) ('0' + fraction / 10 % 10))
                .append((char) ('0' + fraction % 10));
    }

    private void appendEvents(List<Occurrence> occurrences, int start) {
        for (Occurrence occurrence : occurrences) {
            if (line.length() > start) {
                line.append(';');
            }
            EventText.append(line, occurrence);
        }
    }

    /** Everything but the header is ASCII. */
    private void writeLine() throws IOException {
        int length = line.length();
        if (bytes.length < length) {
            bytes = new byte[length * 2];
        }
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) line.charAt(i);
        }
        out.write(bytes, 0, length);
    }
}
