package io.echotrace.agent.shop;

import java.net.URI;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** The shop's customers: sends requests at an even rate, each from a thread that waits for its answer. */
final class LoadGenerator implements AutoCloseable {
    /** After a stop of the JVM no more is made up for than this: the storm after the calm would hide the calm. */
    private static final long MOST_BEHIND_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** So many failures make all customers hesitate. */
    private static final int FAILURES_TO_HESITATE = 8;

    private static final long LAST_ANSWERS_SECONDS = 1;

    private static final long LEAST_HESITATION_MILLIS = 200;
    private static final long MOST_HESITATION_MILLIS = 500;

    private final ThreadPoolExecutor customers;
    private final Customer customer;
    private final Thread pacemaker = ShopThreads.newDaemon("pacemaker", this::pace);
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private volatile Traffic traffic = Traffic.CALM;
    private volatile long hesitateUntilNanos = System.nanoTime();
    private volatile boolean open = true;

    /** Customers of the server, so many at a time at most; who comes on top is turned away. */
    LoadGenerator(URI server, int mostCustomers) {
        this.customers = ShopThreads.newPool("customer", mostCustomers);
        this.customer = new Customer(server);
    }

    void start() {
        pacemaker.start();
    }

    /** Sends other traffic from now on. */
    void send(Traffic next) {
        traffic = next;
    }

    /** How many requests were answered since the start, failed ones included. */
    long answered() {
        return answered.get();
    }

    /** How many were not answered with success. */
    long failed() {
        return failed.get();
    }

    @Override
    public void close() {
        open = false;
        customers.shutdown();
        try {
            customers.awaitTermination(LAST_ANSWERS_SECONDS, TimeUnit.SECONDS); // or the last requests would fail
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        customers.shutdownNow();
    }

    private void pace() {
        long nextNanos = System.nanoTime();
        while (open) {
            long nowNanos = System.nanoTime();
            nextNanos = Math.max(nextNanos, nowNanos - MOST_BEHIND_NANOS);
            nextNanos = Math.max(nextNanos, hesitateUntilNanos);
            if (nextNanos > nowNanos) {
                LockSupport.parkNanos(nextNanos - nowNanos);
                continue;
            }
            Traffic now = traffic;
            dispatch(now.path());
            nextNanos += (long) (TimeUnit.SECONDS.toNanos(1) / now.perSecond());
        }
    }

    private void dispatch(String path) {
        try {
            customers.execute(() -> request(path));
        } catch (RejectedExecutionException e) {
            // All customers wait for an answer: this one is turned away at the door.
        }
    }

    private void request(String path) {
        boolean success = customer.get(path);
        if (!open) {
            return; // the server may have been closed first
        }
        answered.incrementAndGet();
        if (!success) {
            countFailure();
        }
    }

    private void countFailure() {
        if (failed.incrementAndGet() % FAILURES_TO_HESITATE == 0) {
            hesitate();
        }
    }

    /** All customers hold back for a moment, as behind a circuit breaker. */
    private void hesitate() {
        long millis = ThreadLocalRandom.current().nextLong(LEAST_HESITATION_MILLIS, MOST_HESITATION_MILLIS);
        hesitateUntilNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
