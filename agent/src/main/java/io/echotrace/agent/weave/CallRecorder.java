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
 * <p>The cells of a slot are stripes, which a thread chooses by its id, so that threads seldom share a cache line. Some
 * stripes have an owner: the first platform thread whose id says so, for good, so first come, first served. It alone
 * writes there, without atomic additions. Cells wrap around, so that readers take differences.
 *
 * <p>A thread may run out of stack anywhere in here. What fails at the entry of a call leaves nothing behind, and what
 * cannot be undone, or told at its end, is noted by plain stores into {@link #LOST} and {@link #STUCK}, which need no
 * stack: such a call does not count, but neither is it under way for ever.
 */
public final class CallRecorder {
    /** Changes with the methods of this class and with the meaning of its cells. */
    public static final int FORMAT = 2;

    /** Slots that can be open at once. */
    public static final int SLOTS = 256;

    /** Cells of a stripe: calls that have begun, those that threw, and the longest as the bits of a float in nanoseconds. */
    public static final int ENTERED = 0;

    public static final int ERRORS = 1;
    public static final int LONGEST = 2;

    /** The last bits of the id of the thread that a stripe belongs to, and whether it is inside. */
    public static final int OWNER = 3;

    private static final int OWNER_INSIDE = 4;
    /** There, instead of 1: and a call within has failed. */
    private static final int FAILED = 2;
    /**
     * In the first stripe alone, no fewer than: threads that are inside, but not where they are looked for first; those
     * of them that have no place in the table.
     */
    public static final int STRAYS = 5;

    public static final int UNPLACED = 6;

    /** From here on the calls that have ended, by duration; one cache line behind the others. */
    public static final int BUCKETS = 16;

    /** Durations from 2^42 ns on, 73 minutes, count as the longest below. */
    public static final int BUCKET_COUNT = 1216;

    public static final int STRIDE = BUCKETS + BUCKET_COUNT;

    private static final int MOST_SHARED = 8;
    /** Stripes for all threads, the first ones; a power of two, so that one is chosen without a division. */
    private static final int SHARED = shared(Runtime.getRuntime().availableProcessors());
    /** Stripes for one thread each, behind them. */
    public static final int OWNED = 8;

    private static final long LONGEST_NANOS = (1L << 42) - 1;
    /** Two to this power is the number of buckets in an octave. */
    private static final int OCTAVE = 5;

    /** Lines of eight keys, 64 bytes. */
    private static final int LINES = 512;

    private static final int LINE = 8;

    /** By slot, calls that have begun and whose end could not be told. */
    @SuppressWarnings("MutablePublicArray") // woven code writes here when there is no stack left for a call
    public static final int[] LOST = new int[SLOTS];

    /** Threads that could not be told to have left, with the slot in the last eight bits, by id and slot. */
    @SuppressWarnings("MutablePublicArray") // as above
    public static final long[] STUCK = new long[1 << 10];

    private static final AtomicIntegerArray[] CELLS = new AtomicIntegerArray[SLOTS];
    /** When the slot was opened: a call that began before is one of an earlier run. */
    private static final long[] OPENED = new long[SLOTS];
    /**
     * For slots that count outermost calls only: the ids of the threads inside that own no stripe, each in the line that
     * its id says; negative where a call within has failed.
     */
    private static final AtomicLongArray[] INSIDE = new AtomicLongArray[SLOTS];

    @SuppressWarnings("rawtypes")
    private static final ThreadLocal[] ELSEWHERE = new ThreadLocal[SLOTS];

    private static int lastSlot;
    /** While it is there, calls are counted by method, roughly. */
    private static int @Nullable [] hunted;

    private CallRecorder() {}

    /**
     * Opens a slot of empty cells, the one that has been closed for longest.
     *
     * @param outermost whether calls that begin within another of the same slot and thread are to be left out
     */
    public static synchronized int open(boolean outermost) {
        int slot = (lastSlot + 1) % SLOTS;
        while (CELLS[slot] != null) {
            if (slot == lastSlot) {
                throw new IllegalStateException("all slots are open");
            }
            slot = (slot + 1) % SLOTS;
        }
        lastSlot = slot;
        LOST[slot] = 0;
        for (int i = 0; i < STUCK.length; i++) {
            STUCK[i] = (STUCK[i] & (SLOTS - 1)) == slot ? 0 : STUCK[i];
        }
        OPENED[slot] = System.nanoTime();
        ELSEWHERE[slot] = outermost ? new ThreadLocal<Object>() : null;
        INSIDE[slot] = outermost ? new AtomicLongArray(LINES * LINE) : null;
        CELLS[slot] = new AtomicIntegerArray((SHARED + OWNED) * STRIDE);
        return slot;
    }

    /** The cells of a slot, in stripes of {@link #STRIDE}. */
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

    /** A call of the method begins; gives what its end is to be told, and 0 if there is nothing to tell. */
    public static long enter(int slot, int method) {
        int @Nullable [] counts = hunted;
        if (counts != null) {
            count(counts, method);
        }
        AtomicIntegerArray cells = CELLS[slot];
        if (cells == null) {
            return 0;
        }
        increment(cells, stripe(cells, threadId()), ENTERED);
        try {
            return now();
        } catch (Throwable noStack) {
            LOST[slot]++;
            return 0;
        }
    }

    /** A call ends that {@link #enter} has begun. */
    public static void exit(int slot, long start, boolean thrown) {
        record(slot, start, System.nanoTime(), threadId(), thrown);
    }

    /**
     * A call of the method begins, which may be within another one of the same slot; gives 0 if it is.
     *
     * @param thread as {@link #threadId} says
     */
    public static long enterOutermost(int slot, int method, long thread) {
        int @Nullable [] counts = hunted;
        if (counts != null) {
            count(counts, method);
        }
        AtomicIntegerArray cells = CELLS[slot];
        if (cells == null) {
            return 0;
        }
        int stripe = stripe(cells, thread);
        if (!hasEntered(slot, cells, stripe, thread)) {
            return 0;
        }
        int begun = 0;
        try {
            increment(cells, stripe, ENTERED);
            begun = 1;
            return now();
        } catch (Throwable noStack) {
            LOST[slot] += begun;
            STUCK[((int) thread + slot) & (STUCK.length - 1)] = thread << 8 | slot;
            return 0;
        }
    }

    /**
     * A call ends that {@link #enterOutermost} has begun; it has failed, too, if one within it has. What is thrown means
     * that the thread has not left.
     */
    public static void exitOutermost(int slot, long start, long thread, boolean thrown) {
        long end = System.nanoTime();
        boolean failedWithin = leave(slot, thread);
        try {
            record(slot, start, end, thread, thrown || failedWithin);
        } catch (Throwable noStack) {
            LOST[slot]++;
        }
    }

    /** A call that is within another one of the slot has failed: so has that one, even if nothing is thrown out of it. */
    public static void failWithin(int slot, long thread) {
        AtomicIntegerArray cells = CELLS[slot];
        AtomicLongArray inside = INSIDE[slot];
        if (cells == null || inside == null) {
            return;
        }
        int stripe = stripe(cells, thread);
        if (isOwned(stripe)) {
            if (cells.get(stripe + OWNER_INSIDE) != 0) {
                cells.lazySet(stripe + OWNER_INSIDE, FAILED);
            }
            return;
        }
        int home = home(thread);
        for (int i = home; i < home + LINE; i++) {
            if (inside.get(i) == thread) {
                inside.lazySet(i, -thread);
                return;
            }
        }
        failUnplaced(slot, cells);
    }

    /**
     * Calls of the slot that begin within this one do not count, and neither does this one.
     *
     * @return whether the thread was not within one anyway
     */
    public static boolean enterUncounted(int slot, long thread) {
        AtomicIntegerArray cells = CELLS[slot];
        return cells != null && INSIDE[slot] != null && hasEntered(slot, cells, stripe(cells, thread), thread);
    }

    /** A call ends that {@link #enterUncounted} has begun; as {@link #exitOutermost}. */
    public static void exitUncounted(int slot, long thread) {
        leave(slot, thread);
    }

    /** The injection puts the JVM's own way to it in place of this, which a host may have overridden. */
    public static long threadId() {
        return Thread.currentThread().getId();
    }

    /** Whether the current thread may own stripes. The injection keeps virtual threads from it, which are too many. */
    private static boolean mayOwn() {
        return true;
    }

    /** Its own two instants are all that a call is charged with: the clock is read last here and first at the end. */
    private static long now() {
        long now = System.nanoTime();
        return now == 0 ? 1 : now;
    }

    private static void record(int slot, long start, long end, long thread, boolean thrown) {
        AtomicIntegerArray cells = CELLS[slot];
        if (cells == null || start - OPENED[slot] < 0) {
            return;
        }
        long nanos = end - start;
        int stripe = stripe(cells, thread);
        int bits = Float.floatToRawIntBits((float) nanos); // of positive floats the larger has the larger bits
        int before = cells.get(stripe + LONGEST);
        while (bits > before && !cells.compareAndSet(stripe + LONGEST, before, bits)) {
            before = cells.get(stripe + LONGEST);
        }
        increment(cells, stripe, BUCKETS + bucket(nanos)); // after its length, so that none is read without
        if (thrown) {
            increment(cells, stripe, ERRORS);
        }
    }

    /** The stripe that a thread counts in, its own if it can be. */
    private static int stripe(AtomicIntegerArray cells, long thread) {
        int own = (SHARED + ((int) thread & (OWNED - 1))) * STRIDE;
        int owner = cells.get(own + OWNER);
        return owner == (int) thread || (owner == 0 && mayOwn() && cells.compareAndSet(own + OWNER, 0, (int) thread))
                ? own
                : ((int) thread & (SHARED - 1)) * STRIDE;
    }

    private static boolean isOwned(int stripe) {
        return stripe >= SHARED * STRIDE;
    }

    private static void increment(AtomicIntegerArray cells, int stripe, int cell) {
        if (isOwned(stripe)) {
            cells.lazySet(
                    stripe + cell, cells.get(stripe + cell) + 1); // nobody else writes, readers may learn of it late
        } else {
            cells.getAndIncrement(stripe + cell);
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

    private static void count(int[] counts, int method) {
        if (method < counts.length) {
            counts[method]++;
        }
    }

    /** Whether a thread was not inside and is now. */
    private static boolean hasEntered(int slot, AtomicIntegerArray cells, int stripe, long thread) {
        if (isOwned(stripe)) {
            if (cells.get(stripe + OWNER_INSIDE) != 0) {
                return wasStuck(slot, thread);
            }
            cells.lazySet(stripe + OWNER_INSIDE, 1);
            return true;
        }
        AtomicLongArray inside = INSIDE[slot];
        if (inside == null) {
            return false;
        }
        int home = home(thread);
        long there = inside.get(home);
        if (is(there, thread)) {
            return wasStuck(slot, thread);
        }
        return (there == 0 && cells.get(STRAYS) == 0 && inside.compareAndSet(home, 0, thread))
                || hasStrayed(slot, cells, inside, thread);
    }

    /** Whether a thread that is still noted to be inside has left; it may enter again, then. */
    private static boolean wasStuck(int slot, long thread) {
        int cell = ((int) thread + slot) & (STUCK.length - 1);
        boolean stuck = STUCK[cell] == (thread << 8 | slot);
        if (stuck) {
            STUCK[cell] = 0;
        }
        return stuck;
    }

    /** Has the thread leave, and says whether a call within has failed. */
    private static boolean leave(int slot, long thread) {
        AtomicIntegerArray cells = CELLS[slot];
        AtomicLongArray inside = INSIDE[slot];
        if (cells == null || inside == null) {
            return false;
        }
        int stripe = stripe(cells, thread);
        if (isOwned(stripe)) {
            boolean failed = cells.get(stripe + OWNER_INSIDE) == FAILED;
            cells.lazySet(stripe + OWNER_INSIDE, 0);
            return failed;
        }
        int home = home(thread);
        long there = inside.get(home);
        if (is(there, thread)) {
            inside.lazySet(home, 0); // other threads may learn of it late
            return there < 0;
        }
        return forgetStray(slot, cells, inside, thread);
    }

    /** Whether what stands in a place is that thread. */
    private static boolean is(long there, long thread) {
        return there == thread || there == -thread;
    }

    /** The same where its usual place is taken, or not the only one to look at. */
    @SuppressWarnings("unchecked")
    private static boolean hasStrayed(int slot, AtomicIntegerArray cells, AtomicLongArray inside, long thread) {
        ThreadLocal<Object> elsewhere = ELSEWHERE[slot];
        if (elsewhere == null) {
            return false;
        }
        int home = home(thread);
        for (int i = home; i < home + LINE; i++) {
            if (is(inside.get(i), thread)) {
                return wasStuck(slot, thread);
            }
        }
        if (cells.get(UNPLACED) != 0) {
            if (elsewhere.get() != null) {
                return wasStuck(slot, thread);
            }
            elsewhere.remove(); // to have asked leaves an entry
        }
        if (inside.compareAndSet(home, 0, thread)) {
            return true;
        }
        cells.getAndIncrement(STRAYS); // if what follows fails, they are too many, which costs time only
        for (int i = home + 1; i < home + LINE; i++) {
            if (inside.compareAndSet(i, 0, thread)) {
                return true;
            }
        }
        cells.getAndIncrement(UNPLACED);
        elsewhere.set(true); // false, when a call within has failed
        return true;
    }

    @SuppressWarnings("unchecked")
    private static void failUnplaced(int slot, AtomicIntegerArray cells) {
        ThreadLocal<Object> elsewhere = ELSEWHERE[slot];
        if (elsewhere == null || cells.get(UNPLACED) == 0) {
            return;
        }
        if (elsewhere.get() != null) {
            elsewhere.set(false);
        } else {
            elsewhere.remove();
        }
    }

    /** Does nothing about a thread that is not inside, as it came in an earlier run. */
    private static boolean forgetStray(int slot, AtomicIntegerArray cells, AtomicLongArray inside, long thread) {
        int home = home(thread);
        for (int i = home + 1; i < home + LINE; i++) {
            long there = inside.get(i);
            if (is(there, thread)) {
                inside.lazySet(i, 0);
                cells.getAndDecrement(STRAYS);
                return there < 0;
            }
        }
        ThreadLocal<?> elsewhere = ELSEWHERE[slot];
        if (elsewhere != null) {
            Object unplaced = elsewhere.get();
            elsewhere.remove();
            if (unplaced != null) {
                cells.getAndDecrement(UNPLACED);
                cells.getAndDecrement(STRAYS);
            }
            return Boolean.FALSE.equals(unplaced);
        }
        return false;
    }

    private static int home(long thread) {
        return ((int) thread & (LINES - 1)) * LINE;
    }

    private static int shared(int processors) {
        return Integer.highestOneBit(Math.min(MOST_SHARED, Math.max(1, 2 * processors - 1)));
    }
}
