package io.echotrace.output;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Captions of a recording in a file beside it, as players show them: WebVTT. Not thread-safe. */
public final class Captions {
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final StringBuilder text = new StringBuilder("WEBVTT\n");

    /**
     * Adds a caption.
     *
     * @param startNanos since the recording began, as is {@code endNanos}
     * @param caption one line
     */
    public void add(long startNanos, long endNanos, String caption) {
        String line = caption.replace("&", "&amp;").replace("<", "&lt;").replaceAll("\\s+", " ");
        text.append('\n')
                .append(time(startNanos))
                .append(" --> ")
                .append(time(endNanos))
                .append('\n');
        text.append(line).append('\n');
    }

    /**
     * Writes them; the file is made anew.
     *
     * @throws IOException when it cannot be written
     */
    public void write(File file) throws IOException {
        try (Writer out = new OutputStreamWriter(new FileOutputStream(file), StandardCharsets.UTF_8)) {
            out.write(text.toString());
        }
    }

    /** Where the captions of a recording stand: {@code name.vtt} in the folder of {@code name.wav}. */
    public static File beside(File wav) {
        return FreeFile.beside(wav, ".vtt");
    }

    private static String time(long nanos) {
        long millis = nanos / NANOS_PER_MILLI;
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1_000 % 60,
                millis % 1_000);
    }
}
