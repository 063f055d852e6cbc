package io.echotrace.ear;

import java.io.Closeable;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;

/**
 * Reads 16-bit PCM from RIFF/WAVE files, also from those whose writer was killed. Chunks other than {@code fmt} and
 * {@code data} are skipped. The size of {@code data} counts, as for every player, but never beyond the end of the file; a
 * size of 0 or 0xFFFFFFFF was never patched, and then all that follows is sound. The RIFF size is ignored.
 */
final class WavReader implements Closeable {
    private static final int PCM = 1;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final long UNKNOWN_SIZE = 0xFFFF_FFFFL;
    private static final float FULL_SCALE = 32768;

    private final RandomAccessFile file;
    private int sampleRate;
    private int channelCount;
    private long dataStart;
    private long frames;

    WavReader(File wav) throws IOException {
        file = new RandomAccessFile(wav, "r");
        try {
            readHeader();
        } catch (IOException e) {
            file.close();
            throw new IOException(wav + ": " + e.getMessage(), e);
        }
    }

    Recording read(double fromSeconds, double toSeconds) throws IOException {
        long from = Math.min(frames, Math.round(Math.max(0, fromSeconds) * sampleRate));
        long to = Math.max(from, Math.min(frames, Math.round(toSeconds * sampleRate)));
        byte[] bytes = new byte[Math.toIntExact((to - from) * channelCount * 2)];
        file.seek(dataStart + from * channelCount * 2);
        file.readFully(bytes);
        ShortBuffer shorts =
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        float[][] channels = new float[channelCount][(int) (to - from)];
        for (int i = 0; i < to - from; i++) {
            for (float[] channel : channels) {
                channel[i] = shorts.get() / FULL_SCALE;
            }
        }
        return Recording.of(sampleRate, channels);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void readHeader() throws IOException {
        if (!readTag().equals("RIFF") || readUnsignedInt() < 0 || !readTag().equals("WAVE")) {
            throw new IOException("no RIFF/WAVE file");
        }
        String tag = readTag();
        long size = readUnsignedInt();
        while (!tag.equals("data")) {
            long next = file.getFilePointer() + size + size % 2;
            if (tag.equals("fmt ")) {
                readFormat();
            }
            file.seek(next);
            tag = readTag();
            size = readUnsignedInt();
        }
        if (channelCount == 0) {
            throw new IOException("data before its format");
        }
        dataStart = file.getFilePointer();
        long present = file.length() - dataStart;
        long bytes = size == 0 || size == UNKNOWN_SIZE ? present : Math.min(size, present);
        frames = bytes / (2L * channelCount);
    }

    private void readFormat() throws IOException {
        ByteBuffer format = readBytes(16);
        int coding = Short.toUnsignedInt(format.getShort());
        channelCount = format.getShort();
        sampleRate = format.getInt();
        int bits = format.getShort(14);
        if ((coding != PCM && coding != EXTENSIBLE) || bits != 16 || channelCount < 1 || sampleRate < 1) {
            throw new IOException("format " + coding + ", " + bits + " bits, " + channelCount + " channels, "
                    + sampleRate + " Hz; only 16-bit PCM can be read");
        }
    }

    private String readTag() throws IOException {
        ByteBuffer tag = readBytes(4);
        StringBuilder text = new StringBuilder();
        while (tag.hasRemaining()) {
            text.append((char) tag.get());
        }
        return text.toString();
    }

    private long readUnsignedInt() throws IOException {
        return Integer.toUnsignedLong(readBytes(4).getInt());
    }

    private ByteBuffer readBytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        if (file.read(bytes) < count) { // readFully's exception has no message
            throw new EOFException("ends before its data");
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
