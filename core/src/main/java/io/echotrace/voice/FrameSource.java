package io.echotrace.voice;

import io.echotrace.synth.Block;

/** Renders frames, block after block. Audio thread: does not allocate, lock, log or throw. */
public interface FrameSource {
    int sampleRateHz();

    /** The index of the next block's first frame; frame k is the instant start + k / sample rate. */
    long position();

    /**
     * Goes on at another frame, a multiple of {@link Block#FRAMES}, for an output that has lost time or is a little ahead.
     * What sounds goes on without a seam; what was struck already is not struck again.
     */
    void skipTo(long frame);

    /** Up to which frame the sound is final: what is rendered before it will never be known better. */
    long sealedFrame();

    /** Renders the next block and moves on by {@link Block#FRAMES}. */
    void render(Block into);
}
