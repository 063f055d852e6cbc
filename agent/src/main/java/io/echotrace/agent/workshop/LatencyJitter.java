package io.echotrace.agent.workshop;

import io.echotrace.agent.shop.ShopServer;
import io.echotrace.agent.shop.ShopThreads;
import io.echotrace.agent.shop.Traffic;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Pages of which one in twelve has to wait for a slow replica of the database. The dial is how many times its usual value
 * p99 ÷ p50 of the time of requests becomes; the median stays as it was.
 */
final class LatencyJitter implements Work, ShopServer.Answer {
    private static final double TRIGGER_TIMES = 2;
    private static final double TRIGGER_SECONDS = 3;
    private static final String PATH = "/replica";
    private static final double PER_SECOND = 100;
    private static final double SLOW_SHARE = 1.0 / 12;
    /** The slow ones take between so much less and so much more. */
    private static final double SPREAD = 0.05;

    private static final long WARM_UP_MILLIS = 8_000;
    private static final long SETTLING_NANOS = 3_000_000_000L;
    private static final long BETWEEN_LOOKS_MILLIS = 250;

    private final List<Double> ratios = Collections.synchronizedList(new ArrayList<>());
    private final Latencies latencies = new Latencies();
    private final Thread observer = ShopThreads.newDaemon("observer", this::observe);
    private volatile double slowSeconds;
    private volatile ShopServer.Answer pages = request -> new byte[1];

    @Override
    public void prepare(Bench bench) throws InterruptedException {
        pages = bench.shop().pages();
        bench.shop().offer(PATH, this);
        bench.shop().send(Traffic.of(PATH, PER_SECOND, 0.15, 250_000));
        TimeUnit.MILLISECONDS.sleep(WARM_UP_MILLIS);
        observer.start();
    }

    @Override
    public void run(Bench bench) throws InterruptedException {
        observer.interrupt();
        observer.join();
        double usual = usual();
        Held held = new Held(TRIGGER_TIMES, TRIGGER_SECONDS);
        double correction = 1;
        long startNanos = System.nanoTime();
        try {
            while (!bench.isOver()) {
                slowSeconds = correction * bench.dial() * usual * latencies.quantile(0.5);
                bench.sleep(BETWEEN_LOOKS_MILLIS / 1e3);
                double times = ratio() / usual;
                if (held.by(times)) {
                    bench.evidence(Protocol.words("times-usual", times));
                }
                if (System.nanoTime() - startNanos > SETTLING_NANOS && times > 0) {
                    correction *= Math.max(0.9, Math.min(1.1, Math.pow(bench.dial() / times, 0.1)));
                }
            }
        } finally {
            slowSeconds = 0;
        }
    }

    @Override
    public byte[] to(URI request) throws InterruptedException {
        long startNanos = System.nanoTime();
        byte[] page = pages.to(request);
        SplittableRandom random =
                new SplittableRandom(ThreadLocalRandom.current().nextLong());
        double waiting = slowSeconds * (1 + SPREAD * (2 * random.nextDouble() - 1));
        if (waiting > 0 && random.nextDouble() < SLOW_SHARE) {
            TimeUnit.NANOSECONDS.sleep(Math.max(0, (long) (1e9 * waiting) - (System.nanoTime() - startNanos)));
        }
        latencies.add(System.nanoTime() - startNanos);
        return page;
    }

    private void observe() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
                ratios.add(ratio());
            }
        } catch (InterruptedException e) {
            // the calm is over
        }
    }

    /** The median of the calm. */
    private double usual() {
        double[] sorted =
                ratios.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? ratio() : sorted[sorted.length / 2];
    }

    private double ratio() {
        return latencies.quantile(0.99) / latencies.quantile(0.5);
    }
}
