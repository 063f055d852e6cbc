package io.echotrace.agent.demo;

/** What the demo's program does during one phase. */
interface Behavior {
    /**
     * Keeps the server in this state for the given time, and leaves nothing behind: no thread, no memory.
     *
     * @throws InterruptedException when the demo is to end early
     */
    void run(LoadGenerator load, long lengthNanos) throws InterruptedException;
}
