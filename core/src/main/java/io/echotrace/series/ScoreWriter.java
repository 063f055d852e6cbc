package io.echotrace.series;

import io.echotrace.metric.SixDigits;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes a series with scores as CSV (UTF-8, RFC 4180): the columns it had, unchanged, {@code anomaly_score}, and where
 * there are several metrics {@code score.NAME} of each. A row that is shorter than the header is filled up with empty
 * cells; cells beyond the header have no column and are left out.
 */
public final class ScoreWriter implements Closeable {
    public static final String HIGHEST = "anomaly_score";
    private static final String OF_METRIC = "score.";
    private static final int BUFFERED = 1 << 16;

    private final Writer out;
    private final int columns;
    private final StringBuilder line = new StringBuilder(512);

    /**
     * Writes the header. The stream is closed with this writer; it needs no buffer.
     *
     * @param header the columns that are there
     * @param metrics the names that have a column of scores; none for a metric alone
     */
    public ScoreWriter(OutputStream out, List<String> header, List<String> metrics) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFERED);
        this.columns = header.size();
        appendCells(header);
        line.append(',').append(HIGHEST);
        for (String metric : metrics) {
            line.append(',').append(Cells.quoted(OF_METRIC + metric));
        }
        writeLine();
    }

    /**
     * Writes a row.
     *
     * @param cells those that it had
     * @param highest the highest score, 0…1
     * @param scores one for each metric of the header, 0…1
     */
    public void write(List<String> cells, double highest, double[] scores) throws IOException {
        appendCells(cells);
        append(highest);
        for (double score : scores) {
            append(score);
        }
        writeLine();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void appendCells(List<String> cells) {
        for (int i = 0; i < columns; i++) {
            line.append(i == 0 ? "" : ",").append(i < cells.size() ? Cells.quoted(cells.get(i)) : "");
        }
    }

    private void append(double score) {
        SixDigits.append(line.append(','), SixDigits.round(score));
    }

    private void writeLine() throws IOException {
        out.append(line.append("\r\n"));
        line.setLength(0);
    }
}
