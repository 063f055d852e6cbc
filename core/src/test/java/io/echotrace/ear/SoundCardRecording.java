package io.echotrace.ear;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A running recording of a {@link VirtualSoundCard}: 48 kHz stereo. */
public final class SoundCardRecording {
    public static final int SAMPLE_RATE_HZ = 48_000;

    private final Process recorder;
    private final Path raw;

    SoundCardRecording(Process recorder, Path raw) {
        this.recorder = recorder;
        this.raw = raw;
    }

    /** The left samples so far, -1…+1. */
    public float[] left() throws IOException {
        ShortBuffer samples = ByteBuffer.wrap(Files.readAllBytes(raw))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        float[] left = new float[samples.remaining() / 2];
        for (int i = 0; i < left.length; i++) {
            left[i] = samples.get(2 * i) / 32768f;
        }
        return left;
    }

    /** Seconds recorded so far. */
    public double seconds() throws IOException {
        return Files.size(raw) / 4.0 / SAMPLE_RATE_HZ;
    }

    /** Ends the recording and gives its left samples. */
    public float[] stop() throws IOException {
        recorder.destroy();
        recorder.onExit().join();
        return left();
    }
}
