package io.echotrace.probe;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file of {@code /proc}, opened once and read again and again into the same buffer: some microseconds and no garbage.
 * Not thread-safe.
 */
final class ProcFile implements AutoCloseable {
    private static final int FIRST_BYTES = 8 << 10;
    /** What a reading takes at most; the lines that are wanted stand first. */
    private static final int MOST_BYTES = 256 << 10;

    private final File path;
    private @Nullable RandomAccessFile file; // null until the first reading
    private byte[] bytes = new byte[FIRST_BYTES];

    /** Gives the next bytes, as {@link java.io.InputStream#read(byte[], int, int)} does. */
    interface Source {
        int read(byte[] into, int offset, int length) throws IOException;
    }

    ProcFile(File path) {
        this.path = path;
    }

    /**
     * Reads the file's present content into {@link #bytes}.
     *
     * @return how many bytes there are
     * @throws UnavailableException if there is no such file
     */
    int read() {
        try {
            RandomAccessFile open = open();
            open.seek(0);
            return readAll(open::read);
        } catch (FileNotFoundException e) {
            throw new UnavailableException("cannot read " + path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kernel makes many of these files a page at a time, and one call gives no more: only the end says it is all. */
    int readAll(Source source) throws IOException {
        int length = 0;
        int count = source.read(bytes, 0, bytes.length);
        while (count > 0 && length + count < MOST_BYTES) {
            length += count;
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * length);
            }
            count = source.read(bytes, length, bytes.length - length);
        }
        return length + Math.max(0, count);
    }

    /** The content of the last reading; may be another array after the next one. */
    byte[] bytes() {
        return bytes;
    }

    @Override
    @SuppressWarnings("EmptyCatch")
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException ignored) { // it was only read
        }
        file = null;
    }

    private RandomAccessFile open() throws FileNotFoundException {
        RandomAccessFile open = file;
        if (open == null) {
            open = new RandomAccessFile(path, "r");
            file = open;
        }
        return open;
    }
}
