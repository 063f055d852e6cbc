package io.echotrace.synth;

/**
 * The phase of an oscillator, block after block. It is continuous while the frequency moves, and wrapped at each block,
 * so that it is as exact after days as at the start. One audio thread's own.
 */
public final class Phase {
    private static final float[] FRAME = new float[Block.FRAMES];

    static {
        for (int i = 0; i < Block.FRAMES; i++) {
            FRAME[i] = i + 1;
        }
    }

    private final double sampleRateHz;
    private double cycles;
    private double step = Double.NaN;

    public Phase(int sampleRateHz) {
        this.sampleRateHz = sampleRateHz;
    }

    /** Starts anew at phase zero; the next frequency is taken over at once. */
    public void restart() {
        cycles = 0;
        step = Double.NaN;
    }

    /** Writes the phase of each frame in cycles, from 0 up; the frequency moves to {@code hz} along a straight line. */
    public void render(double hz, float[] out) {
        double end = hz / sampleRateHz;
        double start = Double.isNaN(step) ? end : step;
        double bend = (end - start) / (2 * Block.FRAMES);
        float origin = (float) cycles;
        float linear = (float) start;
        float square = (float) bend;
        for (int i = 0; i < Block.FRAMES; i++) {
            out[i] = origin + FRAME[i] * (linear + square * FRAME[i]);
        }
        double next = cycles + Block.FRAMES * (start + end) / 2;
        cycles = next - StrictMath.floor(next);
        step = end;
    }
}
