package io.echotrace.probe;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Finds the stops of the JVM and the stalls of the machine. The ticker calls {@link #tick} about every 5 ms; each tick
 * reads the clock's instant, which is passed in, and the JVM's safepoint counters.
 *
 * <p>How it works. A safepoint raises the counter of safepoints when it begins and the counter of stopped time when it has
 * ended, a little after the threads run again. A tick that sees either changed opens a stop; the tick that sees the
 * stopped time changed (the same or a later one) closes it. Its length is the growth of the counter. It ends where the
 * longest gap between ticks since the opening ended, for that is where the ticker itself stood still; it starts its
 * length before that, but not before the tick before. A late tick without any change is a stall, and so is what a stop
 * does not explain of a late tick. Late means beyond the shortest gap ever seen, as in jHiccup.
 *
 * <p>The ticker must sleep a fixed time after each tick, not until fixed instants: catching up after a stop would make the
 * shortest gap too short.
 *
 * <p>{@link #tick} by one thread: allocates nothing, takes no lock, less than 1 µs. All else by the probe thread.
 */
public final class StopMeter {
    /** Late wake-ups shorter than this are counted in {@code jvm.stall} but are no occurrence. */
    static final long STALL_NANOS = 100_000_000L;

    private static final long NEVER = Long.MIN_VALUE;
    private static final long SETTLED_NANOS = 15_000_000L;

    private final @Nullable SafepointCounters counters;
    private final String missing;
    private final StopRing ring = new StopRing();
    private final AtomicLong longestLate = new AtomicLong();
    private volatile long lastTick = NEVER;
    private volatile boolean open;

    // The rest belongs to the ticker.
    private long shortestGap = Long.MAX_VALUE;
    private long closedCount;
    private long closedEnded;
    private long closedStopped;
    private long closedSync;
    private long closedCollections;
    private long gap;
    private long gapStart;
    private long gapEnd;

    StopMeter(SafepointCounters counters) {
        this.counters = counters;
        this.missing = "";
    }

    /** A meter that sees late ticks only. */
    StopMeter(String missing) {
        this.counters = null;
        this.missing = missing;
    }

    /**
     * One tick.
     *
     * @param nowNanos the instant after waking up, in nanoseconds since the run started; later than that of the last tick
     */
    public void tick(long nowNanos) {
        long before = lastTick;
        lastTick = nowNanos;
        if (before == NEVER) {
            close();
            return;
        }
        long length = nowNanos - before;
        shortestGap = Math.min(shortestGap, length);
        long late = length - shortestGap;
        if (late > longestLate.get()) {
            longestLate.set(late);
        }
        if (!hasChanged()) {
            stall(before, late);
            return;
        }
        widen(before, length, nowNanos);
        if (hasEnded()) {
            stop();
        }
    }

    /**
     * Whether a row made now will carry every stop that has ended: the ticker is on time and no stop is open. After a long
     * stop the probe thread may wake before the ticker; it should then wait a few milliseconds, for the stop would
     * otherwise come a row late and be clipped.
     */
    public boolean isSettled(long nowNanos) {
        return !open && nowNanos - lastTick < SETTLED_NANOS;
    }

    /** Why stops cannot be measured exactly; empty when they can. */
    String missing() {
        return missing;
    }

    boolean hasCounters() {
        return counters != null;
    }

    boolean hasTicked() {
        return lastTick != NEVER;
    }

    /** Safepoints begun so far; 0 without counters. */
    long safepoints() {
        return counters == null ? 0 : counters.count();
    }

    StopRing ring() {
        return ring;
    }

    /** The longest late wake-up since the last call. */
    long takeLongestLateNanos() {
        return longestLate.getAndSet(0);
    }

    private boolean hasChanged() {
        return counters != null && (counters.count() != closedCount || counters.ended() != closedEnded);
    }

    private void widen(long before, long length, long nowNanos) {
        if (!open || length > gap) {
            gap = length;
            gapStart = before;
            gapEnd = nowNanos;
        }
    }

    /** A counter of milliseconds may never show a short stop: then the second tick closes it. */
    private boolean hasEnded() {
        SafepointCounters now = counters;
        boolean ended = now != null && (now.ended() != closedEnded || (open && !now.isPrecise()));
        open = !ended;
        return ended;
    }

    private void stop() {
        long afterSafepoint = closedCount;
        long stopped = closedStopped;
        long sync = closedSync;
        long collections = closedCollections;
        close();
        long length = closedStopped - stopped;
        stall(gapStart, gap - shortestGap - length);
        StopRing.Stop entry = ring.next();
        if (entry == null || counters == null) {
            return;
        }
        entry.startNanos = Math.max(gapStart, gapEnd - length);
        entry.lengthNanos = length;
        entry.syncNanos = closedSync - sync;
        entry.afterSafepoint = afterSafepoint;
        entry.lastSafepoint = Math.max(closedCount, afterSafepoint + 1);
        entry.isCollection = closedCollections != collections;
        entry.causeLength = entry.isCollection ? counters.copyCause(entry.cause, 0) : 0;
        ring.push();
    }

    private void close() {
        if (counters != null) {
            closedEnded = counters.ended();
            closedStopped = counters.stoppedNanos();
            closedSync = counters.syncNanos();
            closedCollections = counters.collections();
            closedCount = counters.count();
        }
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
