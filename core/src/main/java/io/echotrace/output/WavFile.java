package io.echotrace.output;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * One WAV file of 16-bit PCM while it is written: RIFF, {@code fmt}, {@code LIST INFO}, a reserved {@code JUNK} chunk for
 * labels, then {@code data}, which grows. The file is valid at every moment: its sizes cover what was there at the last
 * {@link #patchSizes}, and readers ignore what lies behind. One thread's own; writing allocates nothing.
 */
final class WavFile implements Closeable {
    private static final int RIFF_SIZE_OFFSET = 4;

    private final RandomAccessFile out;
    private final int bytesPerFrame;
    private final long reservedOffset;
    private final long dataOffset;
    private final byte[] size = new byte[4];
    private long dataBytes;
    private long patchedBytes;

    private WavFile(RandomAccessFile out, WavHead head) {
        this.out = out;
        this.bytesPerFrame = head.bytesPerFrame();
        this.reservedOffset = head.reservedOffset();
        this.dataOffset = head.bytes().length;
    }

    /** Writes the head into an empty file, which is then a valid WAV of no frames. */
    static WavFile create(File file, WavHead head) throws IOException {
        RandomAccessFile out = new RandomAccessFile(file, "rw");
        WavFile wav = new WavFile(out, head);
        try {
            out.write(head.bytes());
            wav.writeSizes();
        } catch (IOException e) {
            out.close();
            throw e;
        }
        return wav;
    }

    /** Where the header of the reserved chunk stands: the labels' place, {@code 8 + WavHead.RESERVED_BYTES} bytes long. */
    long reservedOffset() {
        return reservedOffset;
    }

    long frames() {
        return dataBytes / bytesPerFrame;
    }

    /** Frames that a reader would not find if the writer died now. */
    long unpatchedFrames() {
        return (dataBytes - patchedBytes) / bytesPerFrame;
    }

    /** Adds whole frames at the end. What was written only in part, on a full disk, does not count. */
    void append(byte[] bytes, int offset, int length) throws IOException {
        out.seek(dataOffset + dataBytes);
        out.write(bytes, offset, length);
        dataBytes += length;
    }

    /** Makes all that was written part of the file for its readers. */
    void patchSizes() throws IOException {
        if (patchedBytes != dataBytes) {
            writeSizes();
        }
    }

    /** Cuts the file to its first frames. */
    void truncate(long frames) throws IOException {
        dataBytes = Math.min(dataBytes, frames * bytesPerFrame);
        writeSizes();
    }

    /** Patches the sizes, cuts off what was written only in part, and closes the file. */
    @Override
    public void close() throws IOException {
        try {
            writeSizes();
            out.setLength(dataOffset + dataBytes);
        } finally {
            out.close();
        }
    }

    private void writeSizes() throws IOException {
        // RIFF first: a death between the two leaves a data chunk that ends within its file.
        writeSize(RIFF_SIZE_OFFSET, dataOffset + dataBytes - RiffBytes.HEADER_BYTES);
        writeSize(dataOffset - size.length, dataBytes);
        patchedBytes = dataBytes;
    }

    private void writeSize(long offset, long value) throws IOException {
        for (int i = 0; i < size.length; i++) {
            size[i] = (byte) (value >> (8 * i));
        }
        out.seek(offset);
        out.write(size, 0, size.length);
    }
}
