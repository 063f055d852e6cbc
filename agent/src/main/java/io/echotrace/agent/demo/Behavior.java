package io.echotrace.agent.demo;

import io.echotrace.agent.shop.Shop;

/** What the demo's program does during one phase. */
interface Behavior {
    /**
     * Keeps the shop in this state for the given time, and leaves nothing behind: no thread, no memory.
     *
     * @throws InterruptedException when the demo is to end early
     */
    void run(Shop shop, long lengthNanos) throws InterruptedException;
}
