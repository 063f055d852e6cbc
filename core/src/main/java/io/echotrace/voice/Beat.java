package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.synth.RandomNumbers;

/**
 * When the pulse strikes: once a beat, in its middle, displaced by as much as the stagger says. The beat itself goes on
 * regularly, and continues in phase when its rate changes.
 */
final class Beat {
    static final int NONE = -1;

    private final double sampleRateHz;
    private final RandomNumbers random = new RandomNumbers(0x5EED_BEA7);
    private double position;
    private double strikeAt = 0.5;
    private boolean struck;

    Beat(int sampleRateHz) {
        this.sampleRateHz = sampleRateHz;
    }

    /**
     * Moves on by a block.
     *
     * @param hz beats a second, 0…10
     * @param stagger largest displacement, as a share of the beat: 0…0.3
     * @return the frame of the block that is struck, or {@link #NONE}
     */
    int advance(double hz, double stagger) {
        double step = hz / sampleRateHz;
        double end = position + step * Block.FRAMES;
        int frame = NONE;
        if (!struck && end > strikeAt) {
            struck = true;
            frame = (int) StrictMath.max(0, StrictMath.min(Block.FRAMES - 1, (strikeAt - position) / step));
        }
        position = end;
        if (end >= 1) {
            position = end - 1;
            strikeAt = 0.5 + stagger * random.next();
            struck = false;
        }
        return frame;
    }
}
