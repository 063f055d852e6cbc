package io.echotrace.agent.workshop;

import io.echotrace.agent.shop.Shop;
import java.util.concurrent.TimeUnit;

/** What a work has to work with: the shop, the dial, and its time. */
final class Bench {
    private final Shop shop;
    private final double dial;
    private final Protocol protocol;
    private long endNanos;

    Bench(Shop shop, double dial, Protocol protocol) {
        this.shop = shop;
        this.dial = dial;
        this.protocol = protocol;
    }

    Shop shop() {
        return shop;
    }

    /** The position of the dial; NaN where there is none. */
    double dial() {
        return dial;
    }

    /** Says, once, by which measure of its own the work knows that the fault is there. */
    void evidence(String words) {
        protocol.evidence(words);
    }

    /** Gives the work so much time from now on. */
    void setTime(double seconds) {
        endNanos = System.nanoTime() + (long) (seconds * 1e9);
    }

    boolean isOver() {
        return leftNanos() <= 0;
    }

    long leftNanos() {
        return endNanos - System.nanoTime();
    }

    /** Sleeps so long, but not beyond the end. */
    void sleep(double seconds) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(Math.max(0, Math.min((long) (seconds * 1e9), leftNanos())));
    }
}
