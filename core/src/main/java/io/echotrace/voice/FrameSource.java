package io.echotrace.voice;

import io.echotrace.synth.Block;

/** Renders frames, block after block. Audio thread: does not allocate, lock, log or throw. */
public interface FrameSource {
    int sampleRateHz();

    /** The index of the next block's first frame; frame k is the instant start + k / sample rate. */
    long position();

    /**
     * Moves on without sound, for an output that has lost time. Only to a multiple of {@link Block#FRAMES} that is not
     * behind {@link #position}.
     */
    void skipTo(long frame);

    /** Up to which frame the sound is final: what is rendered before it will never be known better. */
    long sealedFrame();

    /** Renders the next block and moves on by {@link Block#FRAMES}. */
    void render(Block into);
}
