package io.echotrace.agent.workshop;

import com.sun.management.OperatingSystemMXBean;
import io.echotrace.agent.shop.ShopThreads;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;

/**
 * A busy thread for each processor. The dial is the share of CPU that the process takes of what it may use: whenever it took
 * more, the threads sleep for a moment.
 */
final class CpuSaturation implements Work {
    private static final double TRIGGER = 0.90;
    private static final double TRIGGER_SECONDS = 3;
    private static final double BETWEEN_LOOKS_SECONDS = 0.25;
    private static final long BUSY_NANOS = 1_000_000;
    private static final double MOST_BEHIND_SECONDS = 0.5;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final int processors = Runtime.getRuntime().availableProcessors();
    private volatile boolean ahead = true;

    @Override
    public void run(Bench bench) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < processors; i++) {
            Thread thread = ShopThreads.newDaemon("busy-" + i, this::work);
            threads.add(thread);
            thread.start();
        }
        try {
            govern(bench);
        } finally {
            for (Thread thread : threads) {
                thread.interrupt();
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private void govern(Bench bench) throws InterruptedException {
        Growth growth = new Growth(BETWEEN_LOOKS_SECONDS);
        Held held = new Held(TRIGGER, TRIGGER_SECONDS);
        Quota quota = new Quota(bench.dial() * processors, MOST_BEHIND_SECONDS, cpuSeconds());
        while (!bench.isOver()) {
            double now = cpuSeconds();
            ahead = bench.dial() < 1 && quota.isAhead(now);
            double share = growth.perSecond(now) / processors;
            if (held.by(share)) {
                bench.evidence(Protocol.words("cpu", share));
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    private void work() {
        CRC32 sum = new CRC32();
        byte[] data = new byte[1_024];
        while (!Thread.currentThread().isInterrupted()) {
            if (ahead) {
                try {
                    TimeUnit.MILLISECONDS.sleep(1);
                } catch (InterruptedException e) {
                    return;
                }
            }
            long endNanos = System.nanoTime() + BUSY_NANOS;
            while (System.nanoTime() - endNanos < 0) {
                sum.update(data, 0, data.length);
            }
        }
    }

    private double cpuSeconds() {
        return system.getProcessCpuTime() / 1e9;
    }
}
