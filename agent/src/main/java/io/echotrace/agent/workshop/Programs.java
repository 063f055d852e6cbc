package io.echotrace.agent.workshop;

import static io.echotrace.agent.workshop.Program.fault;
import static io.echotrace.agent.workshop.Program.healthy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The list of programs. */
public final class Programs {
    private static final String[] SERIAL = {"-XX:+UseSerialGC", "-Xms512m", "-Xmx512m", "-Xmn64m"};
    private static final String[] G1 = {"-XX:+UseG1GC", "-Xms512m", "-Xmx512m"};

    /** All of them, faults first. */
    public static final List<Program> ALL = Collections.unmodifiableList(Arrays.asList(
            fault("cpu-saturation", Dial.linear(0.92, 1.0, "share of CPU"), CpuSaturation::new, SERIAL),
            fault("gc-storm", Dial.linear(0.12, 0.60, "share of time in GC"), GcStorm::new, GcStorm.JVM),
            fault("long-stop", Dial.log(0.25, 2, "seconds"), LongStop::new, LongStop.JVM),
            fault("safepoint-stall", Dial.log(0.06, 0.8, "seconds"), SafepointStall::new, SafepointStall.JVM),
            fault("deadlock", Dial.linear(2, 10, "threads"), Deadlock::new, SERIAL),
            fault("lock-contention", Dial.linear(0.15, 0.90, "share of threads"), LockContention::new, SERIAL),
            fault("memory-full", Dial.linear(0.955, 0.995, "share of heap after GC"), MemoryFull::new, SERIAL),
            fault("error-burst", Dial.linear(0.02, 0.30, "share of requests"), ErrorBurst::new, SERIAL),
            fault("memory-leak", Dial.log(2, 60, "minutes to full heap"), MemoryLeak::new, SERIAL),
            fault("thread-leak", Dial.log(5, 500, "threads a minute"), ThreadLeak::new, SERIAL),
            fault("file-descriptor-leak", Dial.log(2, 60, "minutes to limit"), FileDescriptorLeak::new, SERIAL),
            fault("latency-jitter", Dial.log(2.5, 20, "times p99/p50 of the calm"), LatencyJitter::new, SERIAL),
            fault("network-flood", Dial.linear(0.85, 1.0, "position up to 100 MB/s"), NetworkFlood::new, SERIAL),
            fault("network-loss", Dial.log(0.012, 0.20, "share of packets"), NetworkLoss::new, SERIAL),
            fault("disk-saturation", Dial.linear(0.92, 1.0, "share of time busy"), DiskSaturation::new, SERIAL),
            healthy("bursty-io", BurstyIo::new, SERIAL),
            healthy("saw-tooth-heap", SawToothHeap::new, SERIAL),
            healthy("periodic-batch", PeriodicBatch::new, G1),
            healthy("warm-up", WarmUp::new, G1),
            healthy("load-steps", LoadSteps::new, G1),
            healthy("class-loading", ClassLoading::new, SERIAL),
            healthy("container-pause", ContainerPause::new, SERIAL),
            healthy("cache-fill", CacheFill::new, G1),
            healthy("pool-growth", PoolGrowth::new, SERIAL),
            healthy("night-and-day", NightAndDay::new, G1),
            healthy("chatty-log", ChattyLog::new, SERIAL),
            healthy("idle", Idle::new, G1)));

    private Programs() {}

    /**
     * Finds a program.
     *
     * @throws IllegalArgumentException if there is none of this name, with a message of one line
     */
    public static Program named(String name) {
        for (Program program : ALL) {
            if (program.name().equals(name)) {
                return program;
            }
        }
        throw new IllegalArgumentException("no program '" + name + "'; there are "
                + ALL.stream().map(Program::name).collect(Collectors.joining(", ")));
    }
}
