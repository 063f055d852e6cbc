package io.echotrace.output;

import io.echotrace.synth.Block;

/**
 * Turns frames into 16-bit little-endian PCM with triangular (TPDF) dither of ±1 LSB, so that quiet sound fades into a
 * steady hiss 90 dB down and not into distortion [1]. A frame that is exactly zero stays exactly zero: a hole is true
 * digital silence.
 *
 * <p>The dither is seeded and goes on from frame to frame, so the same frames give the same bytes in whatever portions
 * they come. A mono frame is the mean of left and right: it is never louder than the louder side, so the limiter's
 * promise holds, and what stands in the center sounds as loud as in stereo, since players send mono to both sides.
 *
 * <p>Audio thread: does not allocate. [1] Lipshitz, Wannamaker and Vanderkooy, Quantization and Dither, JAES 40, 1992.
 */
final class Pcm16 {
    static final int BYTES_PER_SAMPLE = 2;

    private static final double FULL_SCALE = 32767;
    private static final double LSB_PER_STEP = 1.0 / (1L << 32);
    private static final int OFFSET = 1 << 16;

    private final int channels;
    private long noise = 0x9E3779B97F4A7C15L;

    /** @param channels 1 or 2 */
    Pcm16(int channels) {
        this.channels = channels;
    }

    int bytesPerFrame() {
        return channels * BYTES_PER_SAMPLE;
    }

    /**
     * Converts the first frames of a block.
     *
     * @return the offset behind the last byte written
     */
    int convert(Block block, int frames, byte[] out, int offset) {
        float[] left = block.left();
        float[] right = block.right();
        int at = offset;
        for (int i = 0; i < frames; i++) {
            boolean silent = left[i] == 0 && right[i] == 0;
            if (channels == 1) {
                at = put(silent ? 0 : dithered((left[i] + right[i]) * 0.5), out, at);
            } else {
                at = put(silent ? 0 : dithered(left[i]), out, at);
                at = put(silent ? 0 : dithered(right[i]), out, at);
            }
        }
        return at;
    }

    private int dithered(double sample) {
        double scaled = sample * FULL_SCALE + triangularNoise();
        double clipped = Math.max(-FULL_SCALE, Math.min(FULL_SCALE, scaled));
        return (int) (clipped + OFFSET + 0.5) - OFFSET; // the offset makes truncation round to nearest
    }

    /** The sum of two uniform values of half an LSB each, both from one step of a 64-bit xorshift generator. */
    private double triangularNoise() {
        long x = noise;
        x ^= x << 13;
        x ^= x >>> 7;
        x ^= x << 17;
        noise = x;
        return ((x >> 32) + (long) (int) x) * LSB_PER_STEP;
    }

    private static int put(int sample, byte[] out, int at) {
        out[at] = (byte) sample;
        out[at + 1] = (byte) (sample >> 8);
        return at + BYTES_PER_SAMPLE;
    }
}
