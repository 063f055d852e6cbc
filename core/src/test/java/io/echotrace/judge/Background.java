package io.echotrace.judge;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.util.LinkedHashMap;
import java.util.Map;

/** A healthy JVM and machine: how busy, how full and how warm is left to chance, and all of it wanders. */
final class Background {
    /** Of the pulse's range: from 80 % of it, it is a flood when unusual. */
    private static final double BUSIEST = 0.65;

    private final Chance chance;
    private final Map<Metric, Wander> wanders = new LinkedHashMap<>();
    private final Wander otherCpu;
    private final Wander heapUse;
    private final boolean timed;

    Background(Chance chance, Machine machine) {
        this.chance = chance;
        double cpu = chance.between(0.04, 0.7);
        wander(Metrics.PROCESS_CPU, cpu, 0.03 + 0.1 * cpu, chance.between(3, 20), 0.01, 0.8);
        otherCpu = new Wander(chance.between(0.02, 0.15), 0.03, 8, 0, 0.2);
        wander(Metrics.SYSTEM_MEMORY, chance.between(0.15, 0.85), 0.01, 60, 0.1, 0.9);
        wander(Metrics.HEAP_AFTER_GC, chance.between(0.1, 0.7), 0.01, 30, 0.05, 0.8);
        heapUse = new Wander(0.1, 0.05, 2, 0, 0.2);
        disk();
        wander(Metrics.TEMPERATURE, chance.between(38, 75), 2, 30, 30, 85);
        double threads = chance.ratioBetween(20, 300);
        wander(Metrics.THREADS, threads, 0.03 * threads, 20, 10, 400);
        wander(Metrics.THREADS_BLOCKED, chance.between(0, 0.02), 0.005, 2, 0, 0.05);
        wander(Metrics.STALL, 0.001, 0.0005, 0.2, 0.0001, 0.004);
        network();
        timed = chance.happens(0.5);
        if (timed) {
            calls();
        }
        machine.set(Metrics.THREADS_DEADLOCKED, 0);
        machine.set(Metrics.FILESYSTEM, chance.between(0.1, 0.9));
        machine.set(Metrics.NETWORK_ERRORS, 0);
        machine.stopsFor(shortCollections());
    }

    private void wander(Metric metric, double usual, double deviation, double seconds, double low, double high) {
        wanders.put(metric, new Wander(usual, deviation, seconds, low, high));
    }

    private void disk() {
        double busy = chance.happens(0.4) ? 0 : chance.between(0.02, 0.45);
        wander(Metrics.DISK_UTILIZATION, busy, 0.2 * busy, 5, 0, 0.7);
        wander(Metrics.DISK_READ, busy * 40e6, busy * 4e6, 5, 0, 1e9);
        wander(Metrics.DISK_WRITE, busy * 60e6, busy * 6e6, 5, 0, 1e9);
    }

    private void network() {
        double bytes = Pulse.bytes(chance.between(0, BUSIEST));
        double received = chance.between(0.1, 0.9);
        double seconds = chance.between(2, 20);
        wander(Metrics.NETWORK_RECEIVE, bytes * received, 0.15 * bytes * received, seconds, 0, 8e6);
        wander(Metrics.NETWORK_TRANSMIT, bytes * (1 - received), 0.15 * bytes * (1 - received), seconds, 0, 8e6);
    }

    private void calls() {
        double rate = Pulse.calls(chance.between(0.1, BUSIEST));
        wander(Metrics.METHOD_RATE, rate, 0.15 * rate, chance.between(3, 20), 0, 600);
        double median = chance.ratioBetween(0.0005, 0.05);
        wander(Metrics.METHOD_P50, median, 0.05 * median, 10, 1e-5, 1);
        wander(Metrics.METHOD_JITTER, chance.between(2, 7), 0.3, 10, 1.2, 9);
    }

    private Stops shortCollections() {
        double every = chance.ratioBetween(0.7, 30);
        double usual = chance.ratioBetween(0.001, 0.02);
        return new Stops(
                chance.between(1, 1 + every),
                chance.oneOf("G1 Evacuation Pause", "Allocation Failure", "G1 Preventive Collection"),
                () -> every * chance.between(0.7, 1.3),
                () -> usual * chance.ratioBetween(0.6, 1.7),
                () -> chance.ratioBetween(0.0001, 0.0008));
    }

    /** What is measured now, if all is well. */
    void show(Machine machine) {
        wanders.forEach((metric, wander) -> machine.set(metric, wander.next(machine.elapsed(), chance.random())));
        double other = otherCpu.next(machine.elapsed(), chance.random());
        machine.set(Metrics.SYSTEM_CPU, Math.min(1, machine.get(Metrics.PROCESS_CPU) + other));
        double use = heapUse.next(machine.elapsed(), chance.random());
        machine.set(Metrics.HEAP, Math.min(1, machine.get(Metrics.HEAP_AFTER_GC) + use));
        machine.set(Metrics.SAFEPOINT_SYNC, 0.0003);
    }

    /** What follows from what is measured by now, be all well or not. */
    void conclude(Machine machine) {
        double bytes = machine.get(Metrics.NETWORK_RECEIVE) + machine.get(Metrics.NETWORK_TRANSMIT);
        machine.set(Metrics.NETWORK_PACKETS, bytes / 800);
        if (timed) {
            double calls = machine.get(Metrics.METHOD_RATE) * machine.elapsed();
            machine.set(Metrics.METHOD_RATE, chance.events(calls) / machine.elapsed());
            machine.set(Metrics.METHOD_P99, machine.get(Metrics.METHOD_P50) * machine.get(Metrics.METHOD_JITTER));
        }
    }

    /** Whether calls are timed, so that they are the pulse and not the network. */
    boolean isTimed() {
        return timed;
    }
}
