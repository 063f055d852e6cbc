package io.echotrace.it.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * An open-loop load on a server of this machine: so many requests a second for so long, by a few threads that take turns.
 * A thread whose request was answered late catches up, so that the rate holds.
 */
public final class Load {
    private static final int FEW_THREADS = 4;

    private final URI target;
    private final int threads;
    private final AtomicInteger answered = new AtomicInteger();
    private final Queue<Double> millis = new ConcurrentLinkedQueue<>();

    /** @param target a page of the server that answers at once */
    public Load(URI target) {
        this(target, FEW_THREADS);
    }

    /** @param threads enough that none is late though some answers are */
    public Load(URI target, int threads) {
        this.target = target;
        this.threads = threads;
    }

    /** Sends the requests and returns how many were answered with success. */
    public int run(double perSecond, double seconds) throws InterruptedException {
        answered.set(0);
        millis.clear();
        ExecutorService senders = Executors.newFixedThreadPool(threads);
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        for (int i = 0; i < threads; i++) {
            long first = start + (long) (i / perSecond * 1e9);
            senders.execute(() -> send(first, threads / perSecond, end));
        }
        senders.shutdown();
        senders.awaitTermination((long) seconds + 30, TimeUnit.SECONDS);
        return answered.get();
    }

    /** How long the middle one of the last run's requests took, in milliseconds. */
    public double medianMillis() {
        return new Median().evaluate(millis.stream().mapToDouble(each -> each).toArray());
    }

    private void send(long first, double intervalSeconds, long end) {
        long next = first;
        while (next < end) {
            while (System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
            request();
            next += (long) (intervalSeconds * 1e9);
        }
    }

    private void request() {
        long start = System.nanoTime();
        try {
            HttpURLConnection connection = (HttpURLConnection) target.toURL().openConnection();
            try (InputStream body = connection.getInputStream()) {
                body.transferTo(java.io.OutputStream.nullOutputStream());
            }
            answered.addAndGet(connection.getResponseCode() / 100 == 2 ? 1 : 0);
            millis.add((System.nanoTime() - start) / 1e6);
        } catch (IOException e) {
            // counted by its absence
        }
    }
}
