package io.echotrace.agent.control;

import com.sun.management.ThreadMXBean;
import io.echotrace.output.DaemonThread;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the agent's own threads cost the host: CPU time, and bytes allocated, as the JVM counts them for each thread. Asks
 * for these threads alone, without a safepoint. One thread's own.
 */
final class OwnCost {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Map<Long, Total> threads = new HashMap<>();
    private final long startNanos = System.nanoTime();
    private long lastNanos = startNanos;
    private Total last = new Total(0, 0);

    private static final class Total {
        final long cpuNanos;
        final long bytes;

        Total(long cpuNanos, long bytes) {
            this.cpuNanos = cpuNanos;
            this.bytes = bytes;
        }
    }

    /** For example "1.2 % of one core since the start, 0.9 % now, allocating 41 kB/s". */
    String line() {
        try {
            return measure((ThreadMXBean) ManagementFactory.getThreadMXBean());
        } catch (LinkageError | RuntimeException missing) {
            return "unknown: this JVM does not count what its threads use";
        }
    }

    private String measure(ThreadMXBean bean) {
        for (Thread thread : DaemonThread.live()) {
            long cpuNanos = bean.getThreadCpuTime(thread.getId());
            if (cpuNanos >= 0) {
                threads.put(thread.getId(), new Total(cpuNanos, bean.getThreadAllocatedBytes(thread.getId())));
            }
        }
        long now = System.nanoTime();
        Total total = sum(); // with what threads that have ended had used
        String line = line(now, total);
        last = total;
        lastNanos = now;
        return line;
    }

    private Total sum() {
        long cpuNanos = 0;
        long bytes = 0;
        for (Total each : threads.values()) {
            cpuNanos += each.cpuNanos;
            bytes += each.bytes;
        }
        return new Total(cpuNanos, bytes);
    }

    private String line(long now, Total total) {
        double allSeconds = (now - startNanos) / NANOS_PER_SECOND;
        double seconds = (now - lastNanos) / NANOS_PER_SECOND;
        return String.format(
                Locale.ROOT,
                "%.1f %% of one core since the start, %.1f %% now, allocating %.0f kB/s",
                total.cpuNanos / NANOS_PER_SECOND / allSeconds * 100,
                (total.cpuNanos - last.cpuNanos) / NANOS_PER_SECOND / seconds * 100,
                (total.bytes - last.bytes) / 1e3 / seconds);
    }
}
