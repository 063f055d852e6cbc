package io.echotrace.synth;

/**
 * A value that follows a target from block to block and comes to rest on it: a one-pole low-pass. One audio thread's
 * own.
 */
public final class Glide {
    /** Closer than this the target is taken: nothing that is controlled can be heard to move by so little. */
    private static final double SETTLED = 1e-4;

    private final double share;
    private double value;

    /** @param timeConstantSeconds after three of them 95 % of the way is done; 0 jumps */
    public Glide(double initial, double timeConstantSeconds, int sampleRateHz) {
        double frames = timeConstantSeconds * sampleRateHz;
        share = frames == 0 ? 1 : 1 - StrictMath.exp(-Block.FRAMES / frames);
        value = initial;
    }

    /** Takes a value over without a glide. */
    public void jump(double newValue) {
        value = newValue;
    }

    /** Moves on by one block. */
    public double advance(double target) {
        value += share * (target - value);
        if (StrictMath.abs(target - value) < SETTLED) {
            value = target;
        }
        return value;
    }
}
