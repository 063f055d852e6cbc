package io.echotrace.it.budget;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What the agent costs while the host does nothing: hosts with it and one without are watched in the same seconds, so that
 * what else the machine does befalls all of them.
 */
final class SteadyMeasurement {
    static final String CPU = "cpu_percent";
    /** While the JVM still compiles what the agent does. */
    static final String WARM_UP_CPU = "warm_up_cpu_percent";

    static final String RESIDENT = "resident_mb";
    static final String RESIDENT_HEAP = "resident_heap_mb";
    static final String LIVE_HEAP = "live_heap_mb";
    static final String GARBAGE = "garbage_kb_per_s";
    static final String THREADS = "threads";
    static final String EXIT = "exit_of_steady_ms";

    private final Hosts hosts;
    private final RawNumbers numbers;
    private final Effort effort;

    SteadyMeasurement(Hosts hosts, RawNumbers numbers, Effort effort) {
        this.hosts = hosts;
        this.numbers = numbers;
        this.effort = effort;
    }

    /** Watches a host of each setup, side by side. */
    void run(int run, List<Setup> setups) throws IOException, InterruptedException {
        List<SteadyHost> started = new ArrayList<>();
        try {
            for (Setup setup : setups) {
                started.add(new SteadyHost(hosts, setup, run, numbers));
            }
            watch(started);
        } finally {
            started.forEach(SteadyHost::close);
        }
    }

    private void watch(List<SteadyHost> all) throws IOException, InterruptedException {
        long start = System.nanoTime();
        sleepUntil(start, effort.warmUpSeconds / 6);
        for (SteadyHost host : all) {
            host.beginWindow();
        }
        sleepUntil(start, effort.warmUpSeconds / 3);
        for (SteadyHost host : all) {
            host.endCpuWindow(WARM_UP_CPU);
            host.resident();
        }
        sleepUntil(start, effort.warmUpSeconds);
        for (SteadyHost host : all) {
            host.beginWindow();
        }
        sleepUntil(start, effort.warmUpSeconds + effort.windowSeconds);
        for (SteadyHost host : all) {
            host.endCpuWindow(CPU);
        }
        for (SteadyHost host : all) {
            host.garbage();
            host.liveHeap();
            host.exit();
        }
    }

    private static void sleepUntil(long startNanos, int seconds) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(startNanos + TimeUnit.SECONDS.toNanos(seconds) - System.nanoTime());
    }
}
