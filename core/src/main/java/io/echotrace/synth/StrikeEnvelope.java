package io.echotrace.synth;

/**
 * The loudness of something struck: it begins without a kink, rises to its peak and dies away. Strikes add up, so that any
 * number may overlap without a voice for each, and none of them clicks. One audio thread's own.
 *
 * <p>After t a strike is at e<sup>-t/d</sup> - (1 + c t) e<sup>-t/r</sup>, with c such that it sets out horizontally: a
 * linear system, whose state is three numbers however many strikes are still sounding.
 */
public final class StrikeEnvelope {
    /** 80 dB down: what is left is dropped. */
    private static final double INAUDIBLE = 1e-4;

    private final float[] decay = new float[Block.FRAMES + 1];
    private final float[] rise = new float[Block.FRAMES + 1];
    private final float[] bend = new float[Block.FRAMES + 1];
    private final double decayToPeak;
    private final double atPeak;
    private final float[] gains = new float[Block.FRAMES];
    private double decaying;
    private double rising;
    private double bending;

    /**
     * @param attackSeconds from the strike to the peak, less than the decay
     * @param decaySeconds time constant of the decay: it falls by 8.7 dB in that time
     */
    public StrikeEnvelope(int sampleRateHz, double attackSeconds, double decaySeconds) {
        double riseSeconds = riseSeconds(attackSeconds, decaySeconds);
        double c = (1 / riseSeconds - 1 / decaySeconds) / sampleRateHz;
        for (int i = 0; i <= Block.FRAMES; i++) {
            double t = (double) i / sampleRateHz;
            decay[i] = (float) StrictMath.exp(-t / decaySeconds);
            rise[i] = (float) StrictMath.exp(-t / riseSeconds);
            bend[i] = (float) (c * i * StrictMath.exp(-t / riseSeconds));
        }
        double bent = 1 + c * attackSeconds * sampleRateHz;
        decayToPeak = StrictMath.exp(-attackSeconds / decaySeconds);
        atPeak = decayToPeak - bent * StrictMath.exp(-attackSeconds / riseSeconds);
    }

    public boolean silent() {
        return decaying == 0;
    }

    /** Ends the block and begins the next with what the strikes leave of themselves. */
    public void advance() {
        if (decaying < INAUDIBLE) {
            decaying = 0;
            rising = 0;
            bending = 0;
        }
        float d = (float) decaying;
        float r = (float) rising;
        float b = (float) bending;
        for (int i = 0; i < Block.FRAMES; i++) {
            gains[i] = d * decay[i] - r * rise[i] - b * bend[i];
        }
        decaying *= decay[Block.FRAMES];
        rising = rising * rise[Block.FRAMES] + bending * bend[Block.FRAMES];
        bending *= rise[Block.FRAMES];
        if (rising < INAUDIBLE * INAUDIBLE) {
            rising = 0; // long before it becomes a denormal number, which would be slow
            bending = 0;
        }
    }

    /**
     * Adds a strike to the block, but never so that all strikes together exceed a level by more than a tenth.
     *
     * @param frame of the block
     * @param level at the peak
     */
    public void strike(int frame, double level, double atMost) {
        int left = Block.FRAMES - frame;
        double sounding = decaying / decay[left] * decayToPeak; // at most, when the new strike is at its peak
        double added = StrictMath.min(level, StrictMath.max(0, atMost - sounding)) / atPeak;
        float gain = (float) added;
        for (int i = frame; i < Block.FRAMES; i++) {
            int t = i - frame;
            gains[i] += gain * (decay[t] - rise[t] - bend[t]);
        }
        decaying += added * decay[left];
        rising += added * (rise[left] + bend[left]);
        bending += added * rise[left];
    }

    /** The gain in each frame of the block. */
    public float[] gains() {
        return gains;
    }

    /** The rise time constant that puts the peak where it was asked for, by bisection. */
    private static double riseSeconds(double attackSeconds, double decaySeconds) {
        double low = attackSeconds * 1e-2;
        double high = decaySeconds * (1 - 1e-6);
        for (int i = 0; i < 60; i++) {
            double r = (low + high) / 2;
            if (slope(attackSeconds, r, decaySeconds) > 0) {
                high = r; // still rising: too slow
            } else {
                low = r;
            }
        }
        return low;
    }

    private static double slope(double t, double r, double d) {
        double c = 1 / r - 1 / d;
        return ((1 + c * t) / r - c) * StrictMath.exp(-t / r) - StrictMath.exp(-t / d) / d;
    }
}
