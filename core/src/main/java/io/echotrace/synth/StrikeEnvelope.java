package io.echotrace.synth;

/**
 * The loudness of something struck: it rises to its peak and dies away, as the difference of two exponentials. Strikes
 * add up, so that any number may overlap without a voice for each, and none of them clicks. One audio thread's own.
 */
public final class StrikeEnvelope {
    /** 80 dB down: what is left is dropped. */
    private static final double INAUDIBLE = 1e-4;

    private final float[] slow = new float[Block.FRAMES + 1];
    private final float[] fast = new float[Block.FRAMES + 1];
    private final double atPeak;
    private final float[] gains = new float[Block.FRAMES];
    private double decaying;
    private double rising;

    /**
     * @param attackSeconds from the strike to the peak, less than the decay
     * @param decaySeconds time constant of the decay: it falls by 8.7 dB in that time
     */
    public StrikeEnvelope(int sampleRateHz, double attackSeconds, double decaySeconds) {
        double riseSeconds = riseSeconds(attackSeconds, decaySeconds);
        fill(slow, decaySeconds * sampleRateHz);
        fill(fast, riseSeconds * sampleRateHz);
        atPeak = StrictMath.exp(-attackSeconds / decaySeconds) - StrictMath.exp(-attackSeconds / riseSeconds);
    }

    public boolean silent() {
        return decaying == 0;
    }

    /** Ends the block and begins the next with what the strikes leave of themselves. */
    public void advance() {
        if (decaying < INAUDIBLE) {
            decaying = 0;
            rising = 0;
        }
        float d = (float) decaying;
        float r = (float) rising;
        for (int i = 0; i < Block.FRAMES; i++) {
            gains[i] = d * slow[i] - r * fast[i];
        }
        decaying *= slow[Block.FRAMES];
        rising *= fast[Block.FRAMES];
        if (rising < INAUDIBLE * INAUDIBLE) {
            rising = 0; // long before it becomes a denormal number, which would be slow
        }
    }

    /**
     * Adds a strike to the block, but never so that all strikes together exceed a level.
     *
     * @param frame of the block, 0…63
     * @param level at the peak
     */
    public void strike(int frame, double level, double atMost) {
        double added = StrictMath.min(level, StrictMath.max(0, atMost - decaying * atPeak)) / atPeak;
        float gain = (float) added;
        for (int i = frame; i < Block.FRAMES; i++) {
            gains[i] += gain * (slow[i - frame] - fast[i - frame]);
        }
        decaying += added * slow[Block.FRAMES - frame];
        rising += added * fast[Block.FRAMES - frame];
    }

    /** The gain in each frame of the block. */
    public float[] gains() {
        return gains;
    }

    /** The rise time constant that puts the peak where it was asked for: t = r d / (d - r) · ln(d / r). */
    private static double riseSeconds(double attackSeconds, double decaySeconds) {
        double low = attackSeconds * 1e-3;
        double high = decaySeconds * (1 - 1e-6);
        for (int i = 0; i < 60; i++) {
            double rise = (low + high) / 2;
            double peak = rise * decaySeconds / (decaySeconds - rise) * StrictMath.log(decaySeconds / rise);
            if (peak < attackSeconds) {
                low = rise;
            } else {
                high = rise;
            }
        }
        return low;
    }

    private static void fill(float[] table, double decayFrames) {
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) StrictMath.exp(-i / decayFrames);
        }
    }
}
