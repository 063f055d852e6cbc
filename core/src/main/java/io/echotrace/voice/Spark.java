package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.synth.KWeighting;
import io.echotrace.synth.Phase;
import io.echotrace.synth.RandomNumbers;
import io.echotrace.synth.Sine;
import io.echotrace.synth.StrikeEnvelope;

/**
 * One of the sparks that may sound at once: two partials of frequencies of its own, at a place of its own. The lower one
 * stays below 4 kHz, for those who hear or play nothing above, and sounds alone where no fault is told. A level of 1 is as loud as the bed at full gain.
 */
final class Spark {
    private static final double LOW_FROM_HZ = 3_500;
    private static final double LOW_TO_HZ = 3_950;
    private static final double HIGH_FROM_HZ = 4_400;
    private static final double HIGH_TO_HZ = 5_800;

    private static final double ATTACK_SECONDS = 0.004;
    private static final double DECAY_SECONDS = 0.006;

    private final StrikeEnvelope envelope;
    private final Phase low;
    private final Phase high;
    private final float[] cycles = new float[Block.FRAMES];
    private final float[] lowSine = new float[Block.FRAMES];
    private final float[] highSine = new float[Block.FRAMES];
    private double lowHz;
    private double highHz;
    private float highGain;
    private float left;
    private float right;

    Spark(int sampleRateHz) {
        envelope = new StrikeEnvelope(sampleRateHz, ATTACK_SECONDS, DECAY_SECONDS);
        low = new Phase(sampleRateHz);
        high = new Phase(sampleRateHz);
    }

    boolean silent() {
        return envelope.silent();
    }

    /**
     * Strikes it, while it is {@link #silent}.
     *
     * @param frame of the block
     * @param alone whether the lower partial sounds alone, as loud as else both
     * @param random for frequencies and place
     */
    void strike(int frame, double level, boolean alone, RandomNumbers random) {
        lowHz = within(LOW_FROM_HZ, LOW_TO_HZ, random.next());
        highHz = within(HIGH_FROM_HZ, HIGH_TO_HZ, random.next());
        low.restart();
        high.restart();
        highGain = alone ? 0 : 1;
        double power = KWeighting.power(1, lowHz) + (alone ? 0 : KWeighting.power(1, highHz));
        double amplitude = BedLevel.K_RMS / StrictMath.sqrt(power);
        double place = random.next();
        left = (float) (amplitude * StrictMath.sqrt(1 - place)); // equal power, as of a Pan
        right = (float) (amplitude * StrictMath.sqrt(1 + place));
        envelope.strike(frame, level, level);
    }

    void mix(Block into) {
        low.render(lowHz, cycles);
        Sine.render(cycles, 0, lowSine);
        high.render(highHz, cycles);
        Sine.render(cycles, 0, highSine);
        float[] gains = envelope.gains();
        for (int i = 0; i < Block.FRAMES; i++) {
            float sample = gains[i] * (lowSine[i] + highGain * highSine[i]);
            into.left()[i] += left * sample;
            into.right()[i] += right * sample;
        }
        envelope.advance();
    }

    private static double within(double from, double to, double place) {
        return from + (to - from) * (place + 1) / 2;
    }
}
