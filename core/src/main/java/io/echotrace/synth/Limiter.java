package io.echotrace.synth;

/**
 * Keeps every sample below a ceiling by turning the gain down in time: it knows the block that follows. Below the ceiling
 * it changes nothing. The gain is a line from block border to block border, each border low enough for both blocks that
 * meet there, so that no sample between exceeds the ceiling. One audio thread's own.
 */
public final class Limiter {
    /** The gain is taken for 1 again when it is that near. */
    private static final float TRANSPARENT = 0.9999f;

    private final float ceiling;
    private final float release;
    private float gain = 1;

    /** @param releaseSeconds time constant of the way back */
    public Limiter(double ceiling, double releaseSeconds, int sampleRateHz) {
        this.ceiling = (float) ceiling;
        this.release = (float) (1 - StrictMath.exp(-Block.FRAMES / (releaseSeconds * sampleRateHz)));
    }

    /** Limits a block, with the unlimited block after it. */
    public void limit(Block block, Block following) {
        float allowed = StrictMath.min(allowed(block), allowed(following));
        float end = StrictMath.min(allowed, gain + release * (1 - gain));
        if (end > TRANSPARENT) {
            end = 1;
        }
        float start = StrictMath.min(gain, allowed(block)); // lower than the border only after lost time
        if (start < 1 || end < 1) {
            Ramp.scale(start, end, block.left());
            Ramp.scale(start, end, block.right());
        }
        gain = end;
    }

    private float allowed(Block block) {
        float peak = StrictMath.max(peak(block.left()), peak(block.right()));
        return peak <= ceiling ? 1 : ceiling / peak;
    }

    private static float peak(float[] samples) {
        float highest = 0;
        for (int i = 0; i < Block.FRAMES; i++) {
            highest = StrictMath.max(highest, StrictMath.abs(samples[i]));
        }
        return highest;
    }
}
