package io.echotrace.agent.workshop;

/** Whether a counter has grown by more than a rate allows since the start: what a closed loop turns on. Not thread-safe. */
final class Quota {
    private final double perSecond;
    private final double mostBehind;
    private double allowed;
    private long atNanos = System.nanoTime();

    /**
     * @param perSecond how fast the counter is to grow
     * @param mostBehindSeconds what it is farther behind is not made up for
     * @param counter its value at the start
     */
    Quota(double perSecond, double mostBehindSeconds, double counter) {
        this.perSecond = perSecond;
        this.mostBehind = mostBehindSeconds * perSecond;
        this.allowed = counter;
    }

    boolean isAhead(double counter) {
        return left(counter) <= 0;
    }

    /** By how much the counter may still grow now; negative when it is ahead. */
    double left(double counter) {
        long nowNanos = System.nanoTime();
        allowed += perSecond * (nowNanos - atNanos) / 1e9;
        atNanos = nowNanos;
        allowed = Math.min(allowed, counter + mostBehind);
        return allowed - counter;
    }
}
