package io.echotrace.output;

import java.io.ByteArrayOutputStream;
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
    /** The content of the reserved chunk, which {@code cue } and {@code LIST adtl} chunks may replace. */
    static final int RESERVED_BYTES = 64 * 1024;

    private static final int RIFF_SIZE_OFFSET = 4;
    private static final int FMT_BYTES = 16;
    private static final int PCM = 1;

    private final RandomAccessFile out;
    private final int bytesPerFrame;
    private final long reservedOffset;
    private final long dataOffset;
    private final byte[] size = new byte[4];
    private long dataBytes;
    private long patchedBytes;

    private WavFile(RandomAccessFile out, int bytesPerFrame, long reservedOffset, long dataOffset) {
        this.out = out;
        this.bytesPerFrame = bytesPerFrame;
        this.reservedOffset = reservedOffset;
        this.dataOffset = dataOffset;
    }

    /** Writes the head of a file, which is then a valid WAV of no frames. */
    static WavFile create(File file, int sampleRateHz, int channels, WavTags tags) throws IOException {
        byte[] info = tags.chunk();
        byte[] format = format(sampleRateHz, channels);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        RiffBytes.header(head, "RIFF", 0);
        RiffBytes.name(head, "WAVE");
        head.write(format, 0, format.length);
        head.write(info, 0, info.length);
        int reservedOffset = head.size();
        RiffBytes.header(head, "JUNK", RESERVED_BYTES);
        head.write(new byte[RESERVED_BYTES], 0, RESERVED_BYTES);
        RiffBytes.header(head, "data", 0);

        RandomAccessFile out = new RandomAccessFile(file, "rw");
        WavFile wav = new WavFile(out, channels * Pcm16.BYTES_PER_SAMPLE, reservedOffset, head.size());
        try {
            out.write(head.toByteArray());
            wav.writeSizes();
        } catch (IOException e) {
            out.close();
            throw e;
        }
        return wav;
    }

    private static byte[] format(int sampleRateHz, int channels) {
        int bytesPerFrame = channels * Pcm16.BYTES_PER_SAMPLE;
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        RiffBytes.header(chunk, "fmt ", FMT_BYTES);
        RiffBytes.int16(chunk, PCM);
        RiffBytes.int16(chunk, channels);
        RiffBytes.int32(chunk, sampleRateHz);
        RiffBytes.int32(chunk, sampleRateHz * bytesPerFrame);
        RiffBytes.int16(chunk, bytesPerFrame);
        RiffBytes.int16(chunk, Pcm16.BYTES_PER_SAMPLE * 8);
        return chunk.toByteArray();
    }

    /** Where the header of the reserved chunk stands: the labels' place, {@code 8 + RESERVED_BYTES} bytes long. */
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
