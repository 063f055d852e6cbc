package io.echotrace.judge;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.util.function.ObjDoubleConsumer;

/** Makes the symptoms of a fault, as strong as its severity says; the rest is left to chance. */
final class Symptoms {
    private final Chance chance;
    private final Machine machine;
    private final Background background;
    private final double strength;
    private final double foundAt;

    /**
     * @param severity 0.4, just found, to 1
     * @param foundAt in seconds
     */
    Symptoms(Chance chance, Machine machine, Background background, double severity, double foundAt) {
        this.chance = chance;
        this.machine = machine;
        this.background = background;
        this.strength = (severity - 0.4) / 0.6;
        this.foundAt = foundAt;
    }

    Symptom of(Label label) {
        return switch (label) {
            case HEALTHY -> throw new IllegalArgumentException("health has no symptoms");
            case CPU_SATURATION -> cpuSaturation();
            case GC_STORM -> gcStorm();
            case LONG_STOP -> longStops();
            case SAFEPOINT_STALL -> safepointStalls();
            case MEMORY_LEAK -> memoryLeak();
            case THREAD_LEAK -> threadLeak();
            case DEADLOCK -> level(Metrics.THREADS_DEADLOCKED, Math.rint(2 + 6 * strength));
            case LOCK_CONTENTION -> level(Metrics.THREADS_BLOCKED, 0.12 + 0.5 * strength);
            case LATENCY_JITTER -> latencyJitter();
            case ERROR_BURST -> errorBurst();
            case NETWORK_FLOOD -> networkFlood();
            case NETWORK_LOSS -> networkLoss();
            case DISK_SATURATION -> diskSaturation();
        };
    }

    private Symptom cpuSaturation() {
        double busy = 0.92 + 0.07 * strength;
        return from(3 + chance.between(0, 1), (at, since) -> {
            double cpu = Math.min(1, busy + 0.01 * chance.random().nextGaussian());
            at.set(Metrics.PROCESS_CPU, Math.max(0.905, cpu));
            at.set(Metrics.SYSTEM_CPU, Math.min(1, at.get(Metrics.PROCESS_CPU) + 0.02));
        });
    }

    /** More than 3 a second, short of 80 % of the time. */
    private Symptom gcStorm() {
        double rate = chance.between(3.5, 5) + 10 * strength * chance.between(0.5, 1);
        double usual = Math.min(chance.ratioBetween(0.006, 0.12), 0.6 / rate);
        machine.stopsFor(new Stops(
                foundAt - 1,
                chance.oneOf("G1 Evacuation Pause", "Allocation Failure"),
                () -> chance.between(0.7, 1.3) / rate,
                () -> Math.min(0.15, usual * chance.ratioBetween(0.7, 1.4)),
                () -> 0.0003));
        double heap = chance.between(0.6, 0.9);
        return from(1, (at, since) -> at.set(Metrics.HEAP_AFTER_GC, Math.max(heap, at.get(Metrics.HEAP_AFTER_GC))));
    }

    private Symptom longStops() {
        double longest = 0.3 + 1.7 * strength;
        double every = chance.between(2.5, 5);
        machine.stopsFor(new Stops(
                foundAt - Machine.INTERVAL / 2,
                chance.oneOf("G1 Compaction Pause", "Ergonomics", ""),
                () -> every * chance.between(0.8, 1.2),
                () -> chance.between(0.25, longest),
                () -> chance.ratioBetween(0.0002, 0.002)));
        return from(0, (at, since) -> {});
    }

    private Symptom safepointStalls() {
        double longest = 0.1 + 0.4 * strength;
        double every = chance.between(2, 4.5);
        machine.stopsFor(new Stops(
                foundAt - Machine.INTERVAL / 2,
                chance.oneOf("", "G1 Evacuation Pause"),
                () -> every * chance.between(0.8, 1.2),
                () -> chance.ratioBetween(0.001, 0.05),
                () -> chance.between(0.06, longest)));
        return from(0, (at, since) -> at.set(Metrics.SAFEPOINT_SYNC, longest));
    }

    /** Full within an hour, at the worst within five minutes. */
    private Symptom memoryLeak() {
        double perSecond = chance.between(0.6, 0.9) / (3600 * Math.pow(1 / 12.0, strength));
        return from(chance.between(60, 120), (at, since) -> {
            double heap = at.get(Metrics.HEAP_AFTER_GC) + perSecond * since;
            at.set(Metrics.HEAP_AFTER_GC, Math.min(0.94, heap));
            at.set(Metrics.HEAP, Math.min(0.98, at.get(Metrics.HEAP_AFTER_GC) + 0.05));
        });
    }

    /** Either they rise all the time, or they are more than four times as many. */
    private Symptom threadLeak() {
        boolean sudden = chance.happens(0.5);
        double lead = sudden ? 10 : 100;
        double times = sudden ? chance.between(4.2, 5) + 4 * strength : 1.4 + 2 * strength;
        return from(lead, (at, since) -> {
            double grown = 1 + (times - 1) * since / lead;
            at.set(Metrics.THREADS, Math.rint(at.get(Metrics.THREADS) * grown));
        });
    }

    private Symptom latencyJitter() {
        double times = 2.2 + 8 * strength;
        boolean stalls = !background.isTimed() || chance.happens(0.4);
        double longest = 0.06 + 0.3 * strength;
        return from(1, (at, since) -> {
            if (background.isTimed()) {
                at.set(Metrics.METHOD_JITTER, times * at.get(Metrics.METHOD_JITTER) * chance.between(0.9, 1.2));
            }
            if (stalls && chance.happens(0.3)) {
                at.set(Metrics.STALL, chance.between(0.04, longest));
            }
        });
    }

    private Symptom errorBurst() {
        double perSecond = chance.ratioBetween(2.5, 8) * Math.pow(8, strength);
        return from(1, (at, since) -> {
            int errors = chance.events(perSecond * at.elapsed());
            at.fail(errors);
            if (background.isTimed()) {
                at.set(Metrics.METHOD_RATE, Math.max(at.get(Metrics.METHOD_RATE), 3 * perSecond));
                at.set(Metrics.METHOD_ERRORS, errors / at.elapsed());
            }
        });
    }

    /** The top fifth of the pulse's range. */
    private Symptom networkFlood() {
        double share = 0.83 + 0.2 * strength;
        double received = chance.between(0.1, 0.9);
        return from(1, (at, since) -> {
            double bytes = Pulse.bytes(share) * chance.between(0.95, 1.05);
            at.set(Metrics.NETWORK_RECEIVE, bytes * received);
            at.set(Metrics.NETWORK_TRANSMIT, bytes * (1 - received));
            if (background.isTimed()) {
                at.set(Metrics.METHOD_RATE, Pulse.calls(share) * chance.between(0.95, 1.05));
            }
        });
    }

    private Symptom networkLoss() {
        double lost = 0.012 * Math.pow(15, strength);
        return from(2, (at, since) -> {
            double packets = (at.get(Metrics.NETWORK_RECEIVE) + at.get(Metrics.NETWORK_TRANSMIT)) / 800;
            at.set(Metrics.NETWORK_ERRORS, Math.max(1, packets * lost * chance.between(0.8, 1.2)));
        });
    }

    private Symptom diskSaturation() {
        if (chance.happens(0.2)) {
            return level(Metrics.FILESYSTEM, 0.955 + 0.04 * strength);
        }
        double busy = 0.92 + 0.07 * strength;
        return from(5, (at, since) -> {
            at.set(Metrics.DISK_UTILIZATION, Math.min(1, busy + chance.between(-0.015, 0.015)));
            at.set(Metrics.DISK_WRITE, 200e6 * chance.between(0.8, 1.2));
        });
    }

    private Symptom level(Metric metric, double value) {
        return from(0.5, (at, since) -> at.set(metric, value));
    }

    private static Symptom from(double lead, ObjDoubleConsumer<Machine> effect) {
        return new Symptom() {
            @Override
            public double lead() {
                return lead;
            }

            @Override
            public void show(Machine machine, double since) {
                effect.accept(machine, since);
            }
        };
    }
}
