package io.echotrace.agent.cli;

import io.echotrace.metric.Row;
import io.echotrace.series.SeriesReader;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a CSV while it is written: each call takes the rows that have come since the last one. */
final class SeriesFollower implements Closeable {
    private final File file;
    private @Nullable RandomAccessFile open;
    private String header = "";
    private String rest = "";

    /** @param file need not exist yet */
    SeriesFollower(File file) {
        this.file = file;
    }

    void read(Consumer<Row> rows) throws IOException {
        String lines = rest + appended();
        int end = lines.lastIndexOf('\n') + 1;
        rest = lines.substring(end);
        int begin = 0;
        if (header.isEmpty() && end > 0) {
            begin = lines.indexOf('\n') + 1;
            header = lines.substring(0, begin);
        }
        if (begin < end) {
            try (SeriesReader reader = new SeriesReader(new StringReader(header + lines.substring(begin, end)))) {
                reader.forEachRemaining(rows);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
        }
    }

    private String appended() throws IOException {
        RandomAccessFile current = open;
        if (current == null) {
            if (!file.isFile()) {
                return "";
            }
            current = new RandomAccessFile(file, "r");
            open = current;
        }
        byte[] bytes = new byte[(int) Math.max(0, current.length() - current.getFilePointer())];
        current.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
