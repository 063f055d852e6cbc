package io.echotrace.timeline;

import org.jspecify.annotations.Nullable;

/**
 * The way from the mapping to the renderers: a growing list of control targets and cues. One thread writes; any number
 * of readers follow at their own pace, without locks and without allocating. What all readers have passed is garbage.
 */
public final class Timeline {
    private volatile Entry last = new Entry(Long.MIN_VALUE, null, null);
    private volatile long sealedNanos = Long.MIN_VALUE;

    /**
     * Sets where all controls go from an instant on.
     *
     * @param atNanos since the run started; not before that of the last call
     * @param targets copied
     */
    public void controls(long atNanos, Targets targets) {
        append(new Entry(atNanos, targets.copy(), null));
    }

    /** Adds a cue; it may lie before instants written earlier, but not before {@link #sealedNanos}. */
    public void cue(Cue cue) {
        append(new Entry(cue.atNanos(), null, cue));
    }

    /** Promises that nothing earlier than the instant will be written any more: it may be rendered for good. */
    public void seal(long untilNanos) {
        sealedNanos = untilNanos;
    }

    /** Up to where the timeline is final, in nanoseconds since the run started. Read it before reading entries. */
    public long sealedNanos() {
        return sealedNanos;
    }

    /** A reader that sees all that is written from now on. */
    public Reader reader() {
        return new Reader(last);
    }

    private void append(Entry entry) {
        last.next = entry;
        last = entry;
    }

    private static final class Entry {
        final long atNanos;
        final @Nullable Targets targets;
        final @Nullable Cue cue;
        volatile @Nullable Entry next;

        Entry(long atNanos, @Nullable Targets targets, @Nullable Cue cue) {
            this.atNanos = atNanos;
            this.targets = targets;
            this.cue = cue;
        }
    }

    /** Follows a timeline in the order of writing. One thread's own; allocates nothing. */
    public static final class Reader {
        private Entry current;

        private Reader(Entry start) {
            this.current = start;
        }

        /** Moves to the next entry; false when there is none yet. */
        public boolean advance() {
            Entry next = current.next;
            if (next == null) {
                return false;
            }
            current = next;
            return true;
        }

        /** The current entry's instant, in nanoseconds since the run started. */
        public long atNanos() {
            return current.atNanos;
        }

        /** The current entry's cue; null when it carries targets. */
        public @Nullable Cue cue() {
            return current.cue;
        }

        /** The current entry's target for a control; NaN when it carries a cue. */
        public double target(Control control) {
            Targets targets = current.targets;
            return targets == null ? Double.NaN : targets.get(control);
        }
    }
}
