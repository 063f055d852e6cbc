package io.echotrace.it.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** An open-loop load on a server of this machine: so many requests a second for so long, by a few threads. */
public final class Load {
    private static final int THREADS = 4;

    private final URI target;
    private final AtomicInteger answered = new AtomicInteger();

    /** @param target a page of the server */
    public Load(URI target) {
        this.target = target;
    }

    /** Sends the requests and returns how many were answered with 200. */
    public int run(double perSecond, double seconds) throws InterruptedException {
        answered.set(0);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        long end = System.nanoTime() + (long) (seconds * 1e9);
        for (int i = 0; i < THREADS; i++) {
            threads.execute(() -> send(THREADS / perSecond, end));
        }
        threads.shutdown();
        threads.awaitTermination((long) seconds + 30, TimeUnit.SECONDS);
        return answered.get();
    }

    private void send(double intervalSeconds, long end) {
        long next = System.nanoTime();
        while (next < end) {
            while (System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
            request();
            next += (long) (intervalSeconds * 1e9);
        }
    }

    private void request() {
        try {
            HttpURLConnection connection = (HttpURLConnection) target.toURL().openConnection();
            try (InputStream body = connection.getInputStream()) {
                body.transferTo(java.io.OutputStream.nullOutputStream());
            }
            answered.addAndGet(connection.getResponseCode() == 200 ? 1 : 0);
        } catch (IOException e) {
            // counted by its absence
        }
    }
}
