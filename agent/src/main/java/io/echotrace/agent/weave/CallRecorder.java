package io.echotrace.agent.weave;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * What woven methods call: counts each call into cells, by how long it took. Every call counts; nothing here locks or
 * allocates (but for {@link #enterOutermost} where thousands of threads are inside at once), and nothing keeps an object
 * of the host.
 *
 * <p>The one class of the agent that all class loaders have to see: {@link RecorderInjection} gives it a name in {@code
 * java.lang} and defines it for the JVM's boot loader. Hence it stands alone: without nested classes, and on nothing but
 * the JDK's atomic arrays. It stays in the JVM for good, its cells do not: each run opens slots of its own, one for each
 * group of methods, and closes them at its end; what still returns from a call of that run then counts for nothing.
 *
 * <p>The cells of a slot are stripes, which a thread chooses by its id, so that threads seldom share a cache line. Cells
 * wrap around, so that readers take differences.
 */
public final class CallRecorder {
    /** Changes with the methods of this class and with the meaning of its cells. */
    public static final int FORMAT = 1;

    /** Far more than a run opens, so that a slot's turn comes again only when calls of its earlier run have returned. */
    public static final int SLOTS = 256;

    /** Cells of a stripe: calls that have begun, those that threw, and the longest as the bits of a float in nanoseconds. */
    public static final int ENTERED = 0;

    public static final int ERRORS = 1;
    public static final int LONGEST = 2;

    /** In the first stripe alone: threads that are inside, but not where they are looked for first; those of them that have no place in the table. */
    public static final int STRAYS = 3;

    public static final int UNPLACED = 4;

    /** From here on the calls that have ended, by duration; one cache line behind the others. */
    public static final int BUCKETS = 16;

    /** Durations from 2^42 ns on, 73 minutes, count as the longest below. */
    public static final int BUCKET_COUNT = 1216;

    public static final int STRIDE = BUCKETS + BUCKET_COUNT;

    public static final int STRIPES = stripes(Runtime.getRuntime().availableProcessors());

    private static final int MOST_STRIPES = 16;
    private static final long LONGEST_NANOS = (1L << 42) - 1;
    /** Two to this power is the number of buckets in an octave. */
    private static final int OCTAVE = 5;

    /** Lines of eight keys, 64 bytes. */
    private static final int LINES = 512;

    private static final int LINE = 8;

    private static final AtomicIntegerArray[] CELLS = new AtomicIntegerArray[SLOTS];
    /** For slots that count outermost calls only: the ids of the threads inside, each in the line that its id says. */
    private static final AtomicLongArray[] INSIDE = new AtomicLongArray[SLOTS];

    @SuppressWarnings("rawtypes")
    private static final ThreadLocal[] ELSEWHERE = new ThreadLocal[SLOTS];

    private static int lastSlot;
    /** While it is there, calls are counted by method, roughly. */
    private static int @Nullable [] hunted;

    private CallRecorder() {}

    /**
     * Opens a slot of empty cells.
     *
     * @param outermost whether calls that begin within another of the same slot and thread are to be left out
     */
    public static synchronized int open(boolean outermost) {
        lastSlot = (lastSlot + 1) % SLOTS;
        ELSEWHERE[lastSlot] = outermost ? new ThreadLocal<Object>() : null;
        INSIDE[lastSlot] = outermost ? new AtomicLongArray(LINES * LINE) : null;
        CELLS[lastSlot] = new AtomicIntegerArray(STRIPES * STRIDE);
        return lastSlot;
    }

    /** The cells of a slot, {@link #STRIPES} times {@link #STRIDE} of them. */
    public static AtomicIntegerArray cells(int slot) {
        return CELLS[slot];
    }

    /** Forgets the cells of a slot. */
    public static synchronized void close(int slot) {
        CELLS[slot] = null;
        INSIDE[slot] = null;
        ELSEWHERE[slot] = null;
    }

    /** Counts calls by method, too, from now on; with null no longer. Threads may overwrite each other's counts. */
    public static void hunt(int @Nullable [] counts) {
        hunted = counts;
    }

    /** A call of the method begins; gives what its end is to be told. */
    public static long enter(int slot, int method) {
        int @Nullable [] counts = hunted;
        if (counts != null) {
            count(counts, method);
        }
        AtomicIntegerArray cells = CELLS[slot];
        if (cells == null) {
            return 0;
        }
        cells.getAndIncrement(stripe(threadId()) + ENTERED);
        return now();
    }

    /** A call ends. */
    public static void exit(int slot, long start, boolean thrown) {
        if (start != 0) {
            record(slot, System.nanoTime() - start, threadId(), thrown);
        }
    }

    /** A call of the method begins, which may be within another one of the same slot; gives 0 if it is. */
    public static long enterOutermost(int slot, int method) {
        int @Nullable [] counts = hunted;
        if (counts != null) {
            count(counts, method);
        }
        long thread = threadId();
        AtomicIntegerArray cells = CELLS[slot];
        if (cells == null || !hasEntered(slot, thread)) {
            return 0;
        }
        cells.getAndIncrement(stripe(thread) + ENTERED);
        return now();
    }

    /** A call ends that {@link #enterOutermost} has begun. */
    public static void exitOutermost(int slot, long start, boolean thrown) {
        if (start == 0) {
            return;
        }
        long nanos = System.nanoTime() - start;
        long thread = threadId();
        leave(slot, thread);
        record(slot, nanos, thread, thrown);
    }

    /**
     * Calls of the slot that begin within this one do not count, and neither does this one.
     *
     * @return whether the thread was not within one anyway
     */
    public static boolean enterUncounted(int slot) {
        return INSIDE[slot] != null && hasEntered(slot, threadId());
    }

    /** A call ends that {@link #enterUncounted} has begun. */
    public static void exitUncounted(int slot) {
        leave(slot, threadId());
    }

    /** Its own two instants are all that a call is charged with: the clock is read last here and first at the end. */
    private static long now() {
        long now = System.nanoTime();
        return now == 0 ? 1 : now;
    }

    private static void record(int slot, long nanos, long thread, boolean thrown) {
        AtomicIntegerArray cells = CELLS[slot];
        if (cells == null) {
            return;
        }
        int stripe = stripe(thread);
        cells.getAndIncrement(stripe + BUCKETS + bucket(nanos));
        int bits = Float.floatToRawIntBits((float) nanos); // of positive floats the larger has the larger bits
        if (bits > cells.get(stripe + LONGEST)) {
            lengthen(cells, stripe + LONGEST, bits);
        }
        if (thrown) {
            cells.getAndIncrement(stripe + ERRORS);
        }
    }

    /** As core's {@code DurationBuckets}, which this class cannot use. */
    public static int bucket(long nanos) {
        if (nanos < 1 << OCTAVE) {
            return nanos < 0 ? 0 : (int) nanos; // no clock of a JVM goes back; nothing depends on it here
        }
        long known = nanos > LONGEST_NANOS ? LONGEST_NANOS : nanos;
        int shift = 63 - OCTAVE - Long.numberOfLeadingZeros(known);
        return (shift << OCTAVE) + (int) (known >>> shift);
    }

    private static void lengthen(AtomicIntegerArray cells, int cell, int bits) {
        int before = cells.get(cell);
        while (bits > before && !cells.compareAndSet(cell, before, bits)) {
            before = cells.get(cell);
        }
    }

    private static void count(int[] counts, int method) {
        if (method < counts.length) {
            counts[method]++;
        }
    }

    /** Whether a thread was not inside and is now. */
    private static boolean hasEntered(int slot, long thread) {
        AtomicIntegerArray cells = CELLS[slot];
        AtomicLongArray inside = INSIDE[slot];
        if (cells == null || inside == null) {
            return false;
        }
        int home = home(thread);
        long there = inside.get(home);
        if (there == thread) {
            return false;
        }
        return (there == 0 && cells.get(STRAYS) == 0 && inside.compareAndSet(home, 0, thread))
                || hasStrayed(slot, thread);
    }

    private static void leave(int slot, long thread) {
        AtomicLongArray inside = INSIDE[slot];
        if (inside == null) {
            return;
        }
        int home = home(thread);
        if (inside.get(home) == thread) {
            inside.lazySet(home, 0); // other threads may learn of it late
        } else {
            forgetStray(slot, inside, home, thread);
        }
    }

    /** The same where its usual place is taken, or not the only one to look at. */
    @SuppressWarnings("unchecked")
    private static boolean hasStrayed(int slot, long thread) {
        AtomicIntegerArray cells = CELLS[slot];
        AtomicLongArray inside = INSIDE[slot];
        ThreadLocal<Object> elsewhere = ELSEWHERE[slot];
        if (cells == null || inside == null || elsewhere == null) {
            return false;
        }
        int home = home(thread);
        for (int i = home; i < home + LINE; i++) {
            if (inside.get(i) == thread) {
                return false;
            }
        }
        if (cells.get(UNPLACED) != 0) {
            if (elsewhere.get() != null) {
                return false;
            }
            elsewhere.remove(); // to have asked leaves an entry
        }
        if (inside.compareAndSet(home, 0, thread)) {
            return true;
        }
        cells.getAndIncrement(STRAYS);
        for (int i = home + 1; i < home + LINE; i++) {
            if (inside.compareAndSet(i, 0, thread)) {
                return true;
            }
        }
        cells.getAndIncrement(UNPLACED);
        elsewhere.set("inside");
        return true;
    }

    private static void forgetStray(int slot, AtomicLongArray inside, int home, long thread) {
        AtomicIntegerArray cells = CELLS[slot];
        ThreadLocal<?> elsewhere = ELSEWHERE[slot];
        boolean placed = false;
        for (int i = home + 1; i < home + LINE; i++) {
            if (inside.get(i) == thread) {
                inside.lazySet(i, 0);
                placed = true;
            }
        }
        if (!placed && elsewhere != null) {
            elsewhere.remove();
        }
        if (cells != null) {
            if (!placed) {
                cells.getAndDecrement(UNPLACED);
            }
            cells.getAndDecrement(STRAYS);
        }
    }

    private static int home(long thread) {
        return ((int) thread & (LINES - 1)) * LINE;
    }

    private static int stripe(long thread) {
        return ((int) thread & (STRIPES - 1)) * STRIDE;
    }

    /** The injection puts the JVM's own way to it in place of this, which a host may have overridden. */
    private static long threadId() {
        return Thread.currentThread().getId();
    }

    /** A power of two, so that a stripe is chosen without a division. */
    private static int stripes(int processors) {
        return Integer.highestOneBit(Math.min(MOST_STRIPES, Math.max(1, 2 * processors - 1)));
    }
}
