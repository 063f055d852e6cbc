package io.echotrace.probe;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the stops of the JVM and the stalls of the machine. The ticker calls {@link #tick} about every 5 ms; each tick
 * reads the clock and the JVM's safepoint counters.
 *
 * <p>How it works. A safepoint raises the counter of safepoints when it begins and the counter of stopped time when it has
 * ended, a little after the threads run again. A tick that sees either changed opens a stop; the tick that sees the
 * stopped time changed (the same or a later one) closes it. Its length is the growth of the counter, its place what the
 * {@link StopWindow} makes of the counters and the ticks around it. A late tick without any change is a stall, and so is
 * what a stop does not explain of a late tick. Late means beyond the shortest sleep ever seen, as in jHiccup. A stop may
 * begin before the tick that closes the one before: then the next ticks see it end and not begin.
 *
 * <p>The ticker must sleep a fixed time after each tick, not until fixed instants: catching up after a stop would make the
 * shortest sleep too short.
 *
 * <p>{@link #tick} by one thread: allocates nothing, takes no lock, less than 1 µs. All else by the probe thread.
 */
public final class StopMeter {
    /** Late wake-ups shorter than this are counted in {@code jvm.stall} but are no occurrence. */
    static final long STALL_NANOS = 100_000_000L;

    private static final long NEVER = Long.MIN_VALUE;
    private static final long SETTLED_NANOS = 15_000_000L;
    private static final long HELD_NANOS = 10_000_000L;
    private static final int MOST_HELD_TICKS = 4;

    private final @Nullable SafepointCounters counters;
    private final String missing;
    private final StopRing ring = new StopRing();
    private final AtomicLong longestLate = new AtomicLong();
    private volatile long lastTick = NEVER;
    private volatile boolean open;
    private volatile long heldLate;

    // The rest belongs to the ticker.
    private final SafepointReading closed = new SafepointReading();
    private final SafepointReading now = new SafepointReading();
    private final StopWindow window = new StopWindow();
    private long shortestSleep = Long.MAX_VALUE;
    private long lastRead;
    private long closedAt;
    private long closedEnd;
    private long heldSince;
    private long heldRead;
    private long heldWoke;
    private int heldTicks;

    /** A meter that sees every safepoint. */
    StopMeter(SafepointCounters counters) {
        this(counters, "");
    }

    /**
     * A meter that sees less.
     *
     * @param counters of garbage collections alone; null: the meter sees late ticks only
     * @param missing why not every safepoint is seen
     */
    StopMeter(@Nullable SafepointCounters counters, String missing) {
        this.counters = counters;
        this.missing = missing;
    }

    /**
     * One tick, right after waking up.
     *
     * @param clock nanoseconds since the run started; read before and after the counters, so that it is certain on which
     *     side of the reading a stop lies that comes just then
     */
    public void tick(LongSupplier clock) {
        long wokeAt = clock.getAsLong();
        if (counters != null) {
            now.read(counters);
        }
        long readAt = clock.getAsLong();
        if (lastTick == NEVER) {
            closed.copy(now);
        } else {
            tick(wokeAt, readAt);
        }
        lastRead = wokeAt;
        lastTick = readAt;
    }

    private void tick(long wokeAt, long readAt) {
        long sleep = wokeAt - lastTick;
        shortestSleep = Math.min(shortestSleep, sleep);
        long late = sleep - shortestSleep;
        if (late > longestLate.get()) {
            longestLate.set(late);
        }
        boolean begun = now.count != closed.count;
        boolean ended = now.ended != closed.ended;
        if (begun || ended) {
            if (!open) {
                open(begun, readAt);
            }
            window.slept(sleep, late, wokeAt);
        } else {
            hold(late, wokeAt);
        }
        if (ended) {
            stop(readAt);
        }
        open = begun && !ended;
    }

    /** What has ended and not begun had begun when the one before was closed. A late tick just before may belong to it. */
    private void open(boolean begun, long readAt) {
        long earliest = heldLate > 0 ? heldRead : lastRead;
        window.open(begun ? earliest : closedEnd, begun ? readAt : closedAt, closed, now);
        window.slept(heldLate, heldLate, heldWoke);
        heldLate = 0;
    }

    /** A late tick may be part of a stop that the counters do not show yet: some JVMs count only when it is over. */
    private void hold(long late, long wokeAt) {
        heldTicks++;
        if (late >= HELD_NANOS || heldTicks > MOST_HELD_TICKS) {
            releaseHeld();
        }
        if (late >= HELD_NANOS) {
            heldSince = lastTick;
            heldRead = lastRead;
            heldWoke = wokeAt;
            heldLate = late;
            heldTicks = 0;
        }
    }

    private void releaseHeld() {
        stall(heldSince, heldLate);
        heldLate = 0;
    }

    /**
     * Whether a row made now will carry every stop that has ended: the ticker is on time and no stop is open. After a long
     * stop the probe thread may wake before the ticker; it should then wait a few milliseconds, for the stop would
     * otherwise come a row late and be clipped.
     */
    public boolean isSettled(long nowNanos) {
        return !open && heldLate < STALL_NANOS && nowNanos - lastTick < SETTLED_NANOS;
    }

    /** Why stops cannot be measured exactly; empty when they can. */
    String missing() {
        return missing;
    }

    /** Whether every safepoint is seen. */
    boolean seesAll() {
        return missing.isEmpty();
    }

    boolean hasTicked() {
        return lastTick != NEVER;
    }

    /** Safepoints begun so far; 0 where they are not counted. */
    long safepoints() {
        return counters == null || !seesAll() ? 0 : counters.count();
    }

    StopRing ring() {
        return ring;
    }

    /** The longest late wake-up since the last call. */
    long takeLongestLateNanos() {
        return longestLate.getAndSet(0);
    }

    private void stop(long readAt) {
        long length = now.stoppedNanos - closed.stoppedNanos;
        long start = window.start(length, readAt);
        long before = start - window.earliestStart();
        long after = readAt - start - length;
        stall(before > after ? window.earliestStart() : start + length, window.lateNanos() - length);
        StopRing.Stop entry = ring.next();
        if (entry != null && counters != null) {
            entry.startNanos = start;
            entry.lengthNanos = length;
            entry.syncNanos = now.syncNanos - closed.syncNanos;
            entry.afterSafepoint = closed.count;
            entry.lastSafepoint = Math.max(now.count, closed.count + 1);
            entry.isCollection = now.collections != closed.collections;
            entry.causeLength = entry.isCollection ? counters.copyCause(entry.cause, 0) : 0;
            ring.push();
        }
        closed.copy(now);
        closedAt = readAt;
        closedEnd = start + length;
    }

    private void stall(long startNanos, long lengthNanos) {
        StopRing.Stop entry = lengthNanos < STALL_NANOS ? null : ring.next();
        if (entry != null) {
            entry.startNanos = startNanos;
            entry.lengthNanos = lengthNanos;
            entry.syncNanos = 0;
            entry.lastSafepoint = entry.afterSafepoint;
            entry.isCollection = false;
            entry.causeLength = 0;
            ring.push();
        }
    }
}
