package io.echotrace.probe;

import io.echotrace.metric.Metrics;

/** Turns growing busy and total times of all cores and of each core into the two CPU metrics. */
final class CpuShares {
    private CpuShares() {}

    /** @param columns how many counters there are: busy and total in turn, first of all cores, then of each */
    static void report(CounterWindow window, int columns, Readings into) {
        if (!window.isReady()) {
            into.unavailable(Metrics.SYSTEM_CPU, Readings.FIRST_READING);
            into.unavailable(Metrics.SYSTEM_CPU_MAX, Readings.FIRST_READING);
            return;
        }
        if (window.growth(1) == 0) {
            return; // read again before the kernel has counted anything: the last value stays
        }
        double all = share(window, 0);
        double busiest = 0;
        for (int busy = 2; busy < columns; busy += 2) {
            busiest = Math.max(busiest, share(window, busy));
        }
        into.value(Metrics.SYSTEM_CPU, all);
        into.value(Metrics.SYSTEM_CPU_MAX, Math.max(all, busiest));
    }

    private static double share(CounterWindow window, int busy) {
        long total = window.growth(busy + 1);
        return total == 0 ? 0 : Math.min(1, (double) window.growth(busy) / total);
    }
}
