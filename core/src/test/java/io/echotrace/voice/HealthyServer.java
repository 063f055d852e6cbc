package io.echotrace.voice;

import io.echotrace.metric.Metrics;
import io.echotrace.metric.Rows;
import java.util.Random;

/**
 * What is measured of a server that is well: all wavers as it does from one tenth of a second to the next and from minute
 * to minute, a few times an hour load and traffic change for good, and short collections come irregularly, 0.2 to 2 a
 * second of 2 to 20 ms.
 */
final class HealthyServer implements PlayedRun.Measured {
    /** From these minutes on: so much CPU, and so many bytes a second. */
    private static final double[][] LOADS = {{0, 0.3, 400e3}, {11, 0.42, 900e3}, {26, 0.34, 500e3}, {41, 0.24, 150e3}};

    private static final double LEAST_COLLECTIONS = 0.2;
    private static final double MOST_COLLECTIONS = 2;
    private static final double SHORTEST_COLLECTION = 0.002;
    private static final double LONGEST_COLLECTION = 0.02;

    private final boolean collecting;
    private final Random random = new Random(14);
    private final Random collections = new Random(15);
    private final double[] wavers = new double[6];
    private double nextCollection = 1;
    private double heap = 0.5;

    /** @param collecting false: the same without collections, to hear what they add */
    HealthyServer(boolean collecting) {
        this.collecting = collecting;
    }

    @Override
    public void measure(double seconds, Rows rows) {
        double[] load = LOADS[0];
        for (double[] later : LOADS) {
            load = seconds >= 60 * later[0] ? later : load;
        }
        double cpu = load[1] + waver(0, 0.01, 3) + 0.015 * random.nextGaussian();
        double bytes = load[2] * Math.exp(waver(1, 0.1, 3) + 0.1 * random.nextGaussian());
        double incoming = 0.5 + waver(2, 0.03, 5);
        rows.set(Metrics.PROCESS_CPU, cpu)
                .set(Metrics.SYSTEM_CPU, cpu + 0.06 + waver(3, 0.01, 3))
                .set(Metrics.SYSTEM_MEMORY, 0.4)
                .set(Metrics.NETWORK_RECEIVE, bytes * incoming)
                .set(Metrics.NETWORK_TRANSMIT, bytes * (1 - incoming))
                .set(Metrics.DISK_UTILIZATION, Math.max(0, 0.15 + waver(4, 0.04, 2)))
                .set(Metrics.TEMPERATURE, 55 + waver(5, 2, 30))
                .set(Metrics.STALL, 0.001);
        collect(seconds, rows);
        rows.set(Metrics.HEAP_AFTER_GC, heap);
    }

    /** Now more, now fewer, by the minute. */
    private void collect(double seconds, Rows rows) {
        while (nextCollection < seconds) {
            double length = between(SHORTEST_COLLECTION, LONGEST_COLLECTION, collections.nextDouble());
            if (collecting) {
                rows.stops(nextCollection, length, "G1 Evacuation Pause");
            }
            heap = 0.5 + 0.02 * Math.sin(seconds / 200) + 0.005 * collections.nextGaussian();
            double perSecond = between(LEAST_COLLECTIONS, MOST_COLLECTIONS, 0.5 + 0.5 * Math.sin(seconds / 40));
            nextCollection += Math.max(0.05, -Math.log(1 - collections.nextDouble()) / perSecond);
        }
    }

    private static double between(double least, double most, double share) {
        return least * Math.pow(most / least, share);
    }

    private double waver(int index, double deviation, double seconds) {
        double kept = Math.exp(-PlayedRun.INTERVAL / seconds);
        wavers[index] = kept * wavers[index] + deviation * Math.sqrt(1 - kept * kept) * random.nextGaussian();
        return wavers[index];
    }
}
