package io.echotrace.sound;

import io.echotrace.output.WavTags;
import io.echotrace.output.WavWriter;
import java.io.File;
import java.io.IOException;

/** A finished sound of one channel: its samples, and the way into a WAV file. Immutable, thread-safe. */
public final class Sound {
    private static final double NANOS_PER_SECOND = 1e9;

    private final float[] samples;
    private final int sampleRateHz;

    /**
     * A sound of a program's own making.
     *
     * @param samples -1…+1, copied; what is beyond is clipped when it is written
     * @param sampleRateHz 16 000…48 000 if it is to be written
     */
    public Sound(float[] samples, int sampleRateHz) {
        this.samples = samples.clone();
        this.sampleRateHz = sampleRateHz;
    }

    /** A copy of the samples, nominally -1…+1. */
    public float[] samples() {
        return samples.clone();
    }

    /** Samples a second. */
    public int sampleRateHz() {
        return sampleRateHz;
    }

    /** How long it sounds. */
    public double seconds() {
        return (double) samples.length / sampleRateHz;
    }

    /**
     * Writes a WAV file: 16 bits with dither, mono.
     *
     * @param wav made with its folders; if it exists, {@code -2} is added to the name
     * @return the file written
     * @throws IOException when it cannot be written
     * @throws IllegalArgumentException when the sample rate is not 16 000…48 000 Hz
     */
    public File writeWav(File wav) throws IOException {
        try (WavWriter writer = new WavWriter(wav, new SampleSource(samples, sampleRateHz), 1, WavTags.none())) {
            writer.finish(StrictMath.round(seconds() * NANOS_PER_SECOND));
            return writer.files().get(0);
        }
    }
}
