package io.echotrace.agent.shop;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The shop's threads: daemons with a role in their name, so that the program ends with its main thread. */
public final class ShopThreads {
    /** Threads that are not needed any more are gone soon after what needed them. */
    private static final long IDLE_MILLIS = 1_000;

    private ShopThreads() {}

    /** A thread that is still to be started. */
    public static Thread newDaemon(String role, Runnable body) {
        Thread thread = new Thread(body, "shop-" + role);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * A pool that grows with the work and shrinks when it is idle.
     *
     * @return a pool that throws {@link RejectedExecutionException} when {@code most} threads are busy
     */
    static ThreadPoolExecutor newPool(String role, int most) {
        AtomicInteger count = new AtomicInteger();
        ThreadFactory factory = body -> newDaemon(role + "-" + count.incrementAndGet(), body);
        return new ThreadPoolExecutor(0, most, IDLE_MILLIS, TimeUnit.MILLISECONDS, new SynchronousQueue<>(), factory);
    }
}
