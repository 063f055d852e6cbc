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
    private float allowedNext = 1;
    private float gain = 1;

    /** @param releaseSeconds time constant of the way back */
    public Limiter(double ceiling, double releaseSeconds, int sampleRateHz) {
        this.ceiling = (float) ceiling;
        this.release = (float) (1 - StrictMath.exp(-Block.FRAMES / (releaseSeconds * sampleRateHz)));
    }

    /** Limits a block, with the unlimited block after it, which is the one to be limited next. The first has to be soft. */
    public void limit(Block block, Block following) {
        float allowedNow = allowedNext;
        allowedNext = allowed(following);
        float end = StrictMath.min(StrictMath.min(allowedNow, allowedNext), gain + release * (1 - gain));
        if (end > TRANSPARENT) {
            end = 1;
        }
        if (gain < 1 || end < 1) {
            Ramp.scale(gain, end, block.left());
            Ramp.scale(gain, end, block.right());
        }
        gain = end;
    }

    private float allowed(Block block) {
        if (isBelowCeiling(block.left()) && isBelowCeiling(block.right())) {
            return 1;
        }
        return ceiling / StrictMath.max(peak(block.left()), peak(block.right()));
    }

    /** Nearly always so, and much faster to find out than the peak. */
    private boolean isBelowCeiling(float[] samples) {
        for (int i = 0; i < Block.FRAMES; i++) {
            if (StrictMath.abs(samples[i]) > ceiling) {
                return false;
            }
        }
        return true;
    }

    private static float peak(float[] samples) {
        float highest = 0;
        for (int i = 0; i < Block.FRAMES; i++) {
            highest = StrictMath.max(highest, StrictMath.abs(samples[i]));
        }
        return highest;
    }
}
