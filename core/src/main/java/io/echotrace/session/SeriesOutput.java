package io.echotrace.session;

import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import io.echotrace.output.FreeSpace;
import io.echotrace.series.SeriesWriter;
import java.io.Closeable;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The measurements' file of a session. Trouble with the disk, or a disk that is nearly full, is told once and ends it. */
final class SeriesOutput implements Closeable {
    private final File file;
    private final FreeSpace space;
    private final Consumer<String> trouble;
    private @Nullable SeriesWriter writer;
    private long nextLookNanos;

    SeriesOutput(File file, MetricSet metrics, FreeSpace space, Consumer<String> trouble) {
        this.file = file;
        this.space = space;
        this.trouble = trouble;
        try {
            writer = open(file, metrics);
        } catch (IOException e) {
            trouble.accept("no CSV: " + e.getMessage());
        }
    }

    private static SeriesWriter open(File file, MetricSet metrics) throws IOException {
        FileOutputStream out = new FileOutputStream(file);
        try {
            return new SeriesWriter(out, metrics);
        } catch (IOException e) {
            out.close();
            throw e;
        }
    }

    void write(Row row, double score, List<Occurrence> findings) {
        SeriesWriter current = writer;
        if (current == null || isAtTheEndOfTheDisk(row.atNanos())) {
            return;
        }
        try {
            current.write(row, score, findings);
        } catch (IOException e) {
            endEarly(e.getMessage());
        }
    }

    @Override
    public void close() {
        SeriesWriter current = writer;
        writer = null;
        try {
            if (current != null) {
                current.close();
            }
        } catch (IOException e) {
            trouble.accept("the CSV ends early: " + e.getMessage());
        }
    }

    private boolean isAtTheEndOfTheDisk(long nowNanos) {
        if (nowNanos < nextLookNanos) {
            return false;
        }
        nextLookNanos = nowNanos + FreeSpace.PERIOD_NANOS;
        if (!file.exists()) {
            endEarly(file + " is gone"); // writing to it would not notice
        } else if (space.isShort(file)) {
            close();
        }
        return writer == null;
    }

    private void endEarly(@Nullable String reason) {
        trouble.accept("the CSV ends early: " + reason);
        close();
    }
}
