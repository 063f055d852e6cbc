package io.echotrace.mapping;

/**
 * When a sound is due that says "still so" of a fault that persists: at once and three times more, then every 8 s, then
 * every minute, until the user knows. A fault that is back within half a minute is the same one: it is heard at once, and
 * goes on from where it was.
 *
 * <p>For sounds that are over while the fault is not: bells, and the vessel, whose rise says how near full it is and
 * nothing else in between. Most faults are voices that sound for as long as they hold (the strain, the crowd, the ratchet, the
 * grinding floor, a pulse that hammers, hisses or stumbles): these are never repeated. Nor are collections, stops and
 * errors, each of which is an event of its own. The probe thread's own.
 */
final class Repetition {
    private static final long SELDOM_NANOS = 8_000_000_000L;
    /** Every 8 s for as long, counted from the beginning. */
    private static final long SELDOM_UNTIL_NANOS = 60_000_000_000L;

    private static final long RARE_NANOS = 60_000_000_000L;
    private static final long REST_NANOS = 30_000_000_000L;

    private final long oftenNanos;
    private final long oftenUntilNanos;
    private final long seldomUntilNanos;
    private boolean going;
    private boolean begun;
    private long firstNanos;
    private long nextNanos;
    private long heldNanos;

    private Repetition(long oftenNanos, long oftenUntilNanos, long seldomUntilNanos) {
        this.oftenNanos = oftenNanos;
        this.oftenUntilNanos = oftenUntilNanos;
        this.seldomUntilNanos = seldomUntilNanos;
    }

    /** The usual one: three times more at the sound's own pace, and so on. */
    static Repetition every(long oftenNanos) {
        return new Repetition(oftenNanos, 3 * oftenNanos, SELDOM_UNTIL_NANOS);
    }

    /** For what nobody may miss: at its own pace for so long, then every 8 s, and no more seldom. */
    static Repetition urgent(long oftenNanos, long oftenUntilNanos) {
        return new Repetition(oftenNanos, oftenUntilNanos, Long.MAX_VALUE);
    }

    /** Whether it is due; if so, the next one is later. Once a row. */
    boolean isDue(FaultCourse course, long nowNanos) {
        if (!course.holds() || course.isAcknowledged()) {
            going = false;
            begun &= course.holds() || nowNanos - heldNanos < REST_NANOS;
            return false;
        }
        heldNanos = nowNanos;
        if (!going) {
            going = true;
            firstNanos = begun ? firstNanos : nowNanos;
            begun = true;
            nextNanos = nowNanos;
        }
        if (nowNanos < nextNanos) {
            return false;
        }
        nextNanos = nowNanos + pause(nowNanos - firstNanos);
        return true;
    }

    private long pause(long ageNanos) {
        if (ageNanos + oftenNanos <= oftenUntilNanos) {
            return oftenNanos;
        }
        return ageNanos + SELDOM_NANOS <= seldomUntilNanos ? SELDOM_NANOS : RARE_NANOS;
    }
}
