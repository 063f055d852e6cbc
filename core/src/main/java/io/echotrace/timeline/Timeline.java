package io.echotrace.timeline;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The way from the mapping to the renderers: the latest {@link #CAPACITY} control targets and cues. One thread writes; any
 * number of readers follow at their own pace, without locks and without allocating. A reader that falls further behind,
 * because its output hangs, goes on with the oldest entry that is left.
 *
 * <p>A ring and not a list: in a list, one passed entry that a collection of the host has promoted keeps all later ones
 * alive until the next full collection.
 */
public final class Timeline {
    /** How many entries are kept: at ten snapshots a second more than a minute. A power of two. */
    static final int CAPACITY = 1024;

    private static final long NONE = -1;

    private final AtomicReferenceArray<@Nullable Entry> entries = new AtomicReferenceArray<>(CAPACITY);
    private volatile long written;
    private volatile long latestTargets = NONE;
    private volatile long sealedNanos = Long.MIN_VALUE;

    /**
     * Sets where all controls go from an instant on.
     *
     * @param atNanos since the run started; not before that of the last call
     * @param targets copied
     */
    public void controls(long atNanos, Targets targets) {
        long sequence = written;
        append(new Entry(sequence, atNanos, targets.copy(), null));
        latestTargets = sequence;
    }

    /** Adds a cue; it and its bend may lie before instants written earlier, but not before {@link #sealedNanos}. */
    public void cue(Cue cue) {
        append(new Entry(written, cue.atNanos(), null, cue));
    }

    /** Promises that nothing earlier than the instant will be written any more: it may be rendered for good. */
    public void seal(long untilNanos) {
        sealedNanos = untilNanos;
    }

    /** Up to where the timeline is final, in nanoseconds since the run started. Read it before reading entries. */
    public long sealedNanos() {
        return sealedNanos;
    }

    /** A reader that sees the latest targets, for they still hold, and all that was or is written after them. */
    public Reader reader() {
        long latest = latestTargets;
        return new Reader(latest == NONE ? written : latest);
    }

    private void append(Entry entry) {
        entries.set(slot(entry.sequence), entry);
        written = entry.sequence + 1;
    }

    private static int slot(long sequence) {
        return (int) (sequence & (CAPACITY - 1));
    }

    private static final class Entry {
        final long sequence;
        final long atNanos;
        final @Nullable Targets targets;
        final @Nullable Cue cue;

        Entry(long sequence, long atNanos, @Nullable Targets targets, @Nullable Cue cue) {
            this.sequence = sequence;
            this.atNanos = atNanos;
            this.targets = targets;
            this.cue = cue;
        }
    }

    /** Follows the timeline in the order of writing. One thread's own; allocates nothing. */
    public final class Reader {
        private long next;
        private @Nullable Entry current;

        private Reader(long next) {
            this.next = next;
        }

        /** Moves to the next entry; false when there is none yet. */
        public boolean advance() {
            while (next < written) {
                Entry entry = entries.get(slot(next));
                if (entry != null && entry.sequence == next) {
                    current = entry;
                    next++;
                    return true;
                }
                next = Math.max(next + 1, written - CAPACITY); // it was overwritten
            }
            return false;
        }

        /** The current entry's instant, in nanoseconds since the run started. */
        public long atNanos() {
            return entry().atNanos;
        }

        /** The current entry's cue; null when it carries targets. */
        public @Nullable Cue cue() {
            return entry().cue;
        }

        /** The current entry's target for a control; NaN when it carries a cue. */
        public double target(Control control) {
            Targets targets = entry().targets;
            return targets == null ? Double.NaN : targets.get(control);
        }

        private Entry entry() {
            Entry entry = current;
            if (entry == null) {
                throw new IllegalStateException("no entry before the first advance()");
            }
            return entry;
        }
    }
}
