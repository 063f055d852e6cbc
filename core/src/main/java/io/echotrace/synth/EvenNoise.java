package io.echotrace.synth;

/**
 * Noise around a frequency whose envelope is flat: a sine of amplitude 1 whose phase wanders. A short burst of it is as
 * loud as the next, and has no peaks that could be taken for clicks. One audio thread's own.
 */
public final class EvenNoise {
    /** Root mean square of the wandering in cycles, 2 radians: one fiftieth of the power stays where the sine was. */
    private static final double WANDERING = 1 / StrictMath.PI;
    /** Standard deviation of the frequency over half the band's width: seldom does it leave the band. */
    private static final double DEVIATION = 0.5;

    private static final double SLOWEST_HZ = 50;

    private final double middleHz;
    private final Phase phase;
    private final BandNoise wandering;
    private final float[] cycles = new float[Block.FRAMES];
    private final float[] way = new float[Block.FRAMES];

    /**
     * Noise most of which is between two frequencies, 500 Hz apart at least.
     *
     * @param seed of the noise
     */
    public EvenNoise(int sampleRateHz, double lowHz, double highHz, int seed) {
        middleHz = (lowHz + highHz) / 2;
        phase = new Phase(sampleRateHz);
        double deviationHz = DEVIATION * (highHz - lowHz) / 2;
        double fastestHz = StrictMath.sqrt(3) * deviationHz / (2 * StrictMath.PI * WANDERING); // RMS of 0…f is f/√3
        wandering = new BandNoise(sampleRateHz, SLOWEST_HZ, fastestHz, seed);
    }

    public void render(float[] out) {
        phase.render(middleHz, cycles);
        wandering.render(way);
        for (int i = 0; i < Block.FRAMES; i++) {
            cycles[i] += (float) WANDERING * way[i];
        }
        Sine.render(cycles, 0, out);
    }
}
