package io.echotrace.it.host;

import java.lang.reflect.Method;
import java.util.concurrent.Semaphore;
import javax.servlet.Servlet;

/**
 * Serves requests, each on a virtual thread of its own, in a timed method that waits for a moment. Runs from Java 21 on.
 *
 * <p>Arguments: the requests, and how many at most are under way at once.
 */
public final class VirtualThreads {
    /** For the last calls to be measured, which on a busy machine needs more time than a JVM has at its end. */
    private static final long AFTERWARDS_MILLIS = 500;

    private VirtualThreads() {}

    public static void main(String[] arguments) throws ReflectiveOperationException, InterruptedException {
        int requests = Integer.parseInt(arguments[0]);
        int atOnce = Integer.parseInt(arguments[1]);
        Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
        Semaphore places = new Semaphore(atOnce);
        Servlet servlet = new TimedWork.Passing(new TimedWork.Waiting());
        Runnable request = () -> {
            try {
                servlet.service(null, null);
            } finally {
                places.release();
            }
        };
        for (int i = 0; i < requests; i++) {
            places.acquire();
            start.invoke(null, request);
        }
        places.acquire(atOnce);
        System.out.println("served " + requests);
        Thread.sleep(AFTERWARDS_MILLIS);
    }
}
