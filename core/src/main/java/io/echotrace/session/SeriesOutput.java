package io.echotrace.session;

import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import io.echotrace.series.SeriesWriter;
import java.io.Closeable;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The measurements' file of a session, if there is one. Trouble with the disk is told once and ends the file. */
final class SeriesOutput implements Closeable {
    private final Consumer<String> trouble;
    private @Nullable SeriesWriter writer;

    SeriesOutput(@Nullable File file, MetricSet metrics, Consumer<String> trouble) {
        this.trouble = trouble;
        if (file != null) {
            try {
                writer = open(file, metrics);
            } catch (IOException e) {
                trouble.accept("no CSV: " + e.getMessage());
            }
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
        if (current == null) {
            return;
        }
        try {
            current.write(row, score, findings);
        } catch (IOException e) {
            trouble.accept("the CSV ends early: " + e.getMessage());
            close();
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
}
