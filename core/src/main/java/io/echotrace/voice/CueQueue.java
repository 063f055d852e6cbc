package io.echotrace.voice;

import io.echotrace.timeline.Cue;
import io.echotrace.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * Cues that have been read from the timeline and are not due yet, in the order of writing. When it is full it reads no
 * further, so that nothing is lost. One audio thread's own; allocates nothing after construction.
 */
final class CueQueue {
    private static final int CAPACITY = 256;

    private final Timeline.Reader reader;
    private final @Nullable Cue[] waiting = new @Nullable Cue[CAPACITY];
    private int size;

    CueQueue(Timeline timeline) {
        this.reader = timeline.reader();
    }

    /** Reads what has been written since. */
    void read() {
        while (size < CAPACITY && reader.advance()) {
            Cue cue = reader.cue();
            if (cue != null) {
                waiting[size] = cue;
                size++;
            }
        }
    }

    /** Hands every waiting cue to the taker and keeps those that it does not take. */
    void offer(Taker taker) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            Cue cue = waiting[i];
            if (cue != null && !taker.take(cue)) {
                waiting[kept] = cue;
                kept++;
            }
        }
        for (int i = kept; i < size; i++) {
            waiting[i] = null;
        }
        size = kept;
    }

    /** Decides about a cue. */
    interface Taker {
        /** Whether the cue is done with: played or dropped. */
        boolean take(Cue cue);
    }
}
