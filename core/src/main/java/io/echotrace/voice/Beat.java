package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.synth.RandomNumbers;

/**
 * When the pulse strikes: once a beat, in its middle, displaced by as much as the stagger says. The beat itself goes on
 * regularly, and continues in phase when its rate changes.
 *
 * <p>It staggers as somebody does who limps and stumbles: mostly now too late and then too early, which makes the intervals
 * differ most, but not always, or it would be a rhythm of its own; and never by so little that a beat seems to be in time.
 */
final class Beat {
    static final int NONE = -1;

    /** Of random numbers in -1…+1, those above make two strokes in a row early, or late: one in four. */
    private static final double NOT_IN_TURN = 0.5;
    /** Share of the largest displacement that each stroke has at least. */
    private static final double LEAST = 0.6;

    private final double sampleRateHz;
    private final RandomNumbers random = new RandomNumbers(0x5EED_BEA7);
    private double position;
    private double strikeAt = 0.5;
    private boolean struck;
    private boolean late;

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
            strikeAt = 0.5 + stagger * stray();
            struck = false;
        }
        return frame;
    }

    /** How far the next stroke strays, as a share of the largest displacement. */
    private double stray() {
        late ^= random.next() < NOT_IN_TURN;
        double share = LEAST + (1 - LEAST) * StrictMath.abs(random.next());
        return late ? share : -share;
    }
}
