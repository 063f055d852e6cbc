package io.echotrace.agent.control;

import java.lang.Thread.UncaughtExceptionHandler;

/**
 * What our threads do when they die of an exception: nothing. Without a handler of their own they would have the host's
 * default one, which may end the host. A class and no lambda, whose first use would hold up the host's main.
 */
final class Silence implements UncaughtExceptionHandler {
    @Override
    public void uncaughtException(Thread thread, Throwable cause) {
        // intentionally nothing
    }
}
