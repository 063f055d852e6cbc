package io.echotrace.output;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The captions beside one WAV file while it is recorded. The file is made when there is a caption to write, and is whole after
 * each {@link #write}: what goes on has the end it has so far. Captions stand in the order of their starts; of what
 * is written only the tail is written anew when one comes late or says something else, and where one only goes on, its
 * end is. Not thread-safe.
 */
public final class CaptionFile implements Closeable {
    /** More than that many are not kept in mind: the oldest stay as they were written last. */
    private static final int MOST_IN_MIND = 2048;

    private static final int NOTHING = Integer.MAX_VALUE;

    private final File wav;
    private final long startNanos;
    private final List<Line> lines = new ArrayList<>();
    private @Nullable RandomAccessFile out;
    private @Nullable File file;
    private long cutNanos = Long.MAX_VALUE;
    private int rewriteFrom = NOTHING;
    /** Where the first line stands that is kept in mind. */
    private long firstOffset = Captions.HEAD.length();

    /** @param startNanos of the recording, at which the WAV file begins */
    public CaptionFile(File wav, long startNanos) {
        this.wav = wav;
        this.startNanos = startNanos;
    }

    /** The WAV file that it stands beside. */
    public File wav() {
        return wav;
    }

    /** The instant of the recording at which the WAV file begins. */
    public long startNanos() {
        return startNanos;
    }

    /** The file; null as long as there was nothing to write. */
    public @Nullable File file() {
        return file;
    }

    /** Adds a caption, which may change later. */
    public void add(Caption caption) {
        int place = lines.size();
        while (place > 0 && lines.get(place - 1).caption.startNanos() > caption.startNanos()) {
            place--;
        }
        lines.add(place, new Line(caption));
        rewriteFrom = Math.min(rewriteFrom, place);
    }

    /**
     * Ends with the WAV file, at an instant of the recording.
     *
     * @return the captions that belong to the next file, too, or only to that
     */
    public List<Caption> cut(long nanos) {
        cutNanos = nanos;
        List<Caption> after = new ArrayList<>();
        for (int i = lines.size() - 1; i >= 0; i--) {
            Caption caption = lines.get(i).caption;
            if (caption.endNanos() > nanos) {
                after.add(0, caption);
            }
            if (caption.startNanos() >= nanos) {
                lines.remove(i);
                rewriteFrom = Math.min(rewriteFrom, i);
            }
        }
        return after;
    }

    /** Whether anything has changed since the last {@link #write}. */
    public boolean isToWrite() {
        return (rewriteFrom != NOTHING && (out != null || !lines.isEmpty()))
                || lines.stream().anyMatch(line -> line.hasNewText() || line.hasNewEnd());
    }

    /** Writes what is new, as far as there is anything. */
    public void write() throws IOException {
        if (!isToWrite()) {
            return;
        }
        RandomAccessFile current = out == null ? open() : out;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).hasNewText()) {
                rewriteFrom = Math.min(rewriteFrom, i);
            }
        }
        for (int i = 0; i < Math.min(rewriteFrom, lines.size()); i++) {
            lines.get(i).writeEnd(current);
        }
        if (rewriteFrom != NOTHING) {
            writeTail(current, rewriteFrom);
            rewriteFrom = NOTHING;
        }
        forget();
    }

    @Override
    public void close() throws IOException {
        RandomAccessFile current = out;
        out = null;
        if (current != null) {
            current.close();
        }
    }

    private RandomAccessFile open() throws IOException {
        File claimed = FreeFile.claim(Captions.beside(wav));
        file = claimed;
        RandomAccessFile opened = new RandomAccessFile(claimed, "rw");
        out = opened;
        opened.write(bytes(Captions.HEAD));
        return opened;
    }

    private void writeTail(RandomAccessFile to, int from) throws IOException {
        long offset = from == 0 ? firstOffset : lines.get(from - 1).endOffset;
        StringBuilder tail = new StringBuilder();
        int length = 0;
        for (Line line : lines.subList(from, lines.size())) {
            StringBuilder text = line.text();
            line.offset = offset + length;
            length += bytes(text).length;
            line.endOffset = offset + length;
            tail.append(text);
        }
        to.seek(offset);
        to.write(bytes(tail));
        to.setLength(offset + length);
    }

    private void forget() {
        int many = lines.size() - MOST_IN_MIND;
        if (many > 0) {
            firstOffset = lines.get(many - 1).endOffset;
            lines.subList(0, many).clear();
        }
    }

    private static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A caption as it stands in the file. */
    private final class Line {
        private final Caption caption;
        private long offset;
        private long endOffset;
        private String writtenText = "";
        private long writtenEnd = -1;

        Line(Caption caption) {
            this.caption = caption;
        }

        boolean hasNewText() {
            return !caption.text().equals(writtenText);
        }

        boolean hasNewEnd() {
            return endNanos() != writtenEnd;
        }

        StringBuilder text() {
            StringBuilder text = new StringBuilder();
            Captions.append(text, caption.startNanos() - startNanos, endNanos(), caption.text());
            writtenText = caption.text();
            writtenEnd = endNanos();
            return text;
        }

        void writeEnd(RandomAccessFile to) throws IOException {
            if (hasNewEnd()) {
                to.seek(offset + Captions.BEFORE_END);
                to.write(bytes(Captions.time(endNanos())));
                writtenEnd = endNanos();
            }
        }

        private long endNanos() {
            return Math.min(caption.endNanos(), cutNanos) - startNanos;
        }
    }
}
