package io.echotrace.agent.workshop;

import io.echotrace.agent.shop.ShopThreads;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Writes here and there in a file, each of which has to be on the disk before the next. The dial is the share of time in
 * which the busiest disk is busy: whenever it was busy for longer, the writers wait for a moment.
 */
final class DiskSaturation implements Work {
    private static final double TRIGGER = 0.90;
    private static final double TRIGGER_SECONDS = 5;
    private static final double SPAN_SECONDS = 1;
    private static final double MOST_BEHIND_SECONDS = 1;
    private static final int WRITERS = 32;
    private static final int BLOCKS = 1_024;
    private static final int BLOCK_BYTES = 65_536;

    private volatile boolean ahead;
    private volatile boolean over;

    @Override
    public void prepare(Bench bench) {
        if (!LinuxCounters.areThere()) {
            throw new UnsupportedOperationException("disk-saturation needs what Linux counts in /proc/diskstats");
        }
    }

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        File file = File.createTempFile("echotrace-workshop", ".dat");
        file.deleteOnExit();
        List<Thread> writers = new ArrayList<>();
        try {
            for (int i = 0; i < WRITERS; i++) {
                Thread writer = ShopThreads.newDaemon("writer-" + i, () -> write(file));
                writers.add(writer);
                writer.start();
            }
            govern(bench);
        } finally {
            over = true;
            for (Thread writer : writers) {
                writer.join();
            }
            if (!file.delete()) {
                System.err.println("cannot delete " + file);
            }
        }
    }

    private void govern(Bench bench) throws IOException, InterruptedException {
        Map<String, Double> start = LinuxCounters.diskBusySeconds();
        Quota quota = new Quota(bench.dial(), MOST_BEHIND_SECONDS, 0);
        Growth growth = new Growth(SPAN_SECONDS);
        Held held = new Held(TRIGGER, TRIGGER_SECONDS);
        while (!bench.isOver()) {
            double busy = busiest(start);
            ahead = bench.dial() < 1 && quota.isAhead(busy);
            double share = growth.perSecond(busy);
            if (held.by(share)) {
                bench.evidence(Protocol.words("busy", share));
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static double busiest(Map<String, Double> start) throws IOException {
        double most = 0;
        for (Map.Entry<String, Double> disk : LinuxCounters.diskBusySeconds().entrySet()) {
            most = Math.max(most, disk.getValue() - start.getOrDefault(disk.getKey(), disk.getValue()));
        }
        return most;
    }

    private void write(File file) {
        SplittableRandom random = new SplittableRandom();
        byte[] block = new byte[BLOCK_BYTES];
        try (RandomAccessFile data = new RandomAccessFile(file, "rwd")) {
            while (!over) {
                if (ahead) {
                    TimeUnit.MILLISECONDS.sleep(2);
                    continue;
                }
                data.seek((long) random.nextInt(BLOCKS) * BLOCK_BYTES);
                data.write(block);
            }
        } catch (IOException e) {
            System.err.println("cannot write to " + file + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
