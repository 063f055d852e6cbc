package io.echotrace.output;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Captions of a recording in a file beside it, as players show them: WebVTT. Not thread-safe. */
public final class Captions {
    static final String HEAD = "WEBVTT\n";
    /** From where a caption begins to where it tells its end. */
    static final int BEFORE_END = "\n00:00:00.000 --> ".length();

    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final long LATEST_MILLIS = 359_999_999L;

    private final StringBuilder text = new StringBuilder(HEAD);

    /**
     * Adds a caption.
     *
     * @param startNanos since the recording began, as is {@code endNanos}
     * @param caption one line
     */
    public void add(long startNanos, long endNanos, String caption) {
        append(text, startNanos, endNanos, caption);
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

    /** Writes one, with an empty line before it. */
    static void append(StringBuilder text, long startNanos, long endNanos, String caption) {
        text.append('\n').append(time(startNanos)).append(" --> ").append(time(endNanos));
        text.append('\n').append(line(caption)).append('\n');
    }

    /** An instant: always of twelve characters, so that it can be written over; no WAV is a hundred hours long. */
    static String time(long nanos) {
        long millis = Math.max(0, Math.min(nanos / NANOS_PER_MILLI, LATEST_MILLIS));
        StringBuilder time = new StringBuilder();
        digits(time, millis / 3_600_000, 2).append(':');
        digits(time, millis / 60_000 % 60, 2).append(':');
        digits(time, millis / 1_000 % 60, 2).append('.');
        return digits(time, millis % 1_000, 3).toString();
    }

    private static StringBuilder digits(StringBuilder text, long number, int width) {
        for (long unit = width == 3 ? 100 : 10; unit > 0; unit /= 10) {
            text.append((char) ('0' + number / unit % 10));
        }
        return text;
    }

    /** A line without what would be markup, or the end of the caption. */
    private static String line(String caption) {
        String line = caption.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return line.replaceAll("\\s+", " ").trim();
    }
}
