package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.timeline.Cue;

/**
 * One audible stream with its own state. A voice that has nothing to say costs next to nothing. Audio thread: does not
 * allocate, lock, log or throw.
 */
interface Voice {
    /** Adds the next block. */
    void render(Scene scene, Block into);

    /**
     * A cue that falls into the block that is rendered next, once for every voice; of interest to those that know its
     * kind.
     *
     * @param frame of the block
     */
    default void cue(Cue cue, int frame, Scene scene) {}
}
