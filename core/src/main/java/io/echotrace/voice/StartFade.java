package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.synth.Ramp;

/** The sound begins from silence and reaches its level within a while. One audio thread's own. */
final class StartFade {
    /** As long as the gain is below -45 dB nothing is heard. */
    private static final double INAUDIBLE = 0.005;

    private final double frames;
    private long start = -1;

    StartFade(FrameClock clock, double seconds) {
        frames = clock.frames(seconds);
    }

    /** The frame of the first block: the fade begins there. Later calls change nothing. */
    void startAt(long frame) {
        if (start < 0) {
            start = frame;
        }
    }

    boolean inaudible(long frame) {
        return gain(frame) < INAUDIBLE;
    }

    void apply(long frame, Block block) {
        if (frame - start < frames) {
            float from = (float) gain(frame);
            float to = (float) gain(frame + Block.FRAMES);
            Ramp.scale(from, to, block.left());
            Ramp.scale(from, to, block.right());
        }
    }

    /** The cube of time: close to an even rise of loudness. */
    private double gain(long frame) {
        double done = StrictMath.min(1, (frame - start) / frames);
        return done * done * done;
    }
}
