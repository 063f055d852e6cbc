package io.echotrace.output;

import java.io.ByteArrayOutputStream;

/**
 * All that stands in a WAV file before its sound. It is made before the file is, so that the file is empty, and no WAV, for
 * the shortest possible time: its process may be killed at any. Immutable.
 */
final class WavHead {
    /** The content of the reserved chunk, which {@code cue } and {@code LIST adtl} chunks may replace. */
    static final int RESERVED_BYTES = 64 * 1024;

    private static final int FMT_BYTES = 16;
    private static final int PCM = 1;

    private final byte[] bytes;
    private final int bytesPerFrame;
    private final int reservedOffset;

    WavHead(int sampleRateHz, int channels, WavTags tags) {
        bytesPerFrame = channels * Pcm16.BYTES_PER_SAMPLE;
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        RiffBytes.header(head, "RIFF", 0);
        RiffBytes.name(head, "WAVE");
        appendFormat(head, sampleRateHz, channels);
        byte[] info = tags.chunk();
        head.write(info, 0, info.length);
        reservedOffset = head.size();
        RiffBytes.header(head, "JUNK", RESERVED_BYTES);
        head.write(new byte[RESERVED_BYTES], 0, RESERVED_BYTES);
        RiffBytes.header(head, "data", 0);
        bytes = head.toByteArray();
    }

    private void appendFormat(ByteArrayOutputStream head, int sampleRateHz, int channels) {
        RiffBytes.header(head, "fmt ", FMT_BYTES);
        RiffBytes.int16(head, PCM);
        RiffBytes.int16(head, channels);
        RiffBytes.int32(head, sampleRateHz);
        RiffBytes.int32(head, sampleRateHz * bytesPerFrame);
        RiffBytes.int16(head, bytesPerFrame);
        RiffBytes.int16(head, Pcm16.BYTES_PER_SAMPLE * 8);
    }

    /** With sizes of 0; not copied. */
    byte[] bytes() {
        return bytes;
    }

    int bytesPerFrame() {
        return bytesPerFrame;
    }

    /** Where the header of the reserved chunk stands. */
    int reservedOffset() {
        return reservedOffset;
    }
}
