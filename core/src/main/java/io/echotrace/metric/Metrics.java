package io.echotrace.metric;

import static io.echotrace.metric.Unit.BYTES;
import static io.echotrace.metric.Unit.BYTES_PER_SECOND;
import static io.echotrace.metric.Unit.CELSIUS;
import static io.echotrace.metric.Unit.COUNT;
import static io.echotrace.metric.Unit.FRACTION;
import static io.echotrace.metric.Unit.PER_SECOND;
import static io.echotrace.metric.Unit.RATIO;
import static io.echotrace.metric.Unit.SECONDS;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The catalogue: every metric that EchoTrace itself can measure, in the order of the CSV's columns; {@link Metric#unit} and
 * {@link Metric#description} say what each is. A value that cannot be read is NaN, never zero.
 */
public final class Metrics {
    private static final List<Metric> CATALOGUE = new ArrayList<>();

    public static final Metric SYSTEM_CPU = add("system.cpu.utilization", FRACTION, "busy share of all cores");
    public static final Metric SYSTEM_CPU_MAX = add("system.cpu.utilization.max", FRACTION, "the busiest core");
    public static final Metric SYSTEM_LOAD_AVERAGE =
            add("system.cpu.load_average.1m", COUNT, "runnable threads, average of a minute");
    public static final Metric PROCESS_CPU =
            add("process.cpu.utilization", FRACTION, "busy share of the cores the process may use");
    public static final Metric PROCESS_UPTIME = add("process.uptime", SECONDS, "time since the JVM started");

    public static final Metric SYSTEM_MEMORY =
            add("system.memory.utilization", FRACTION, "used memory of the machine or container");
    public static final Metric SYSTEM_MEMORY_AVAILABLE =
            add("system.memory.available", BYTES, "memory left in the machine or container");
    public static final Metric SYSTEM_SWAP_IO = add("system.swap.io", BYTES_PER_SECOND, "swapped in and out");

    public static final Metric NETWORK_RECEIVE = add("system.network.io.receive", BYTES_PER_SECOND, "received");
    public static final Metric NETWORK_TRANSMIT = add("system.network.io.transmit", BYTES_PER_SECOND, "sent");
    public static final Metric NETWORK_PACKETS = add("system.network.packets", PER_SECOND, "packets in and out");
    public static final Metric NETWORK_ERRORS =
            add("system.network.errors", PER_SECOND, "errors, drops and TCP retransmits");

    public static final Metric DISK_READ = add("system.disk.io.read", BYTES_PER_SECOND, "read from disks");
    public static final Metric DISK_WRITE = add("system.disk.io.write", BYTES_PER_SECOND, "written to disks");
    public static final Metric DISK_UTILIZATION =
            add("system.disk.utilization", FRACTION, "busy share of the busiest disk");
    public static final Metric FILESYSTEM =
            add("system.filesystem.utilization", FRACTION, "used share of the fullest local file system");
    public static final Metric TEMPERATURE = add("hw.temperature", CELSIUS, "hottest CPU sensor");

    public static final Metric FILE_DESCRIPTORS =
            add("process.open_file_descriptor.count", COUNT, "open file descriptors");
    public static final Metric FILE_DESCRIPTOR_UTILIZATION =
            add("process.open_file_descriptor.utilization", FRACTION, "open file descriptors of those allowed");

    public static final Metric HEAP = add("jvm.memory.utilization", FRACTION, "used heap of its limit");
    public static final Metric HEAP_AFTER_GC =
            add("jvm.memory.after_gc", FRACTION, "heap still used after the last collection, of its limit");
    public static final Metric ALLOCATION = add("jvm.memory.allocation", BYTES_PER_SECOND, "allocated on the heap");

    public static final Metric GC_RATE = add("jvm.gc.rate", PER_SECOND, "collections");
    public static final Metric GC_TIME = add("jvm.gc.time", FRACTION, "share of time in GC pauses");

    public static final Metric THREADS = add("jvm.thread.count", COUNT, "live threads");
    public static final Metric THREADS_BLOCKED =
            add("jvm.thread.blocked", FRACTION, "share of threads waiting for a monitor");
    public static final Metric THREADS_DEADLOCKED = add("jvm.thread.deadlocked", COUNT, "deadlocked threads");

    public static final Metric SAFEPOINT_TIME = add("jvm.safepoint.time", FRACTION, "share of time stopped");
    public static final Metric SAFEPOINT_SYNC =
            add("jvm.safepoint.sync", SECONDS, "longest time to safepoint in the interval");
    public static final Metric STALL = add("jvm.stall", SECONDS, "longest late wake-up in the interval");

    public static final Metric CLASSES = add("jvm.class.count", COUNT, "loaded classes");
    public static final Metric COMPILATION = add("jvm.compilation.time", FRACTION, "share of time in the JIT compiler");
    public static final Metric BUFFER_MEMORY = add("jvm.buffer.memory.used", BYTES, "direct and mapped buffers");

    public static final Metric METHOD_RATE = add("app.method.rate", PER_SECOND, "calls of timed methods");
    public static final Metric METHOD_P50 = add("app.method.p50", SECONDS, "median duration of the calls");
    public static final Metric METHOD_P99 =
            add("app.method.p99", SECONDS, "duration that 99 % of the calls keep within");
    public static final Metric METHOD_MAX = add("app.method.max", SECONDS, "longest call");
    public static final Metric METHOD_JITTER =
            add("app.method.jitter", RATIO, "how many times longer p99 is than the median");
    public static final Metric METHOD_ERRORS = add("app.method.errors", PER_SECOND, "calls that threw");
    public static final Metric METHOD_IN_FLIGHT = add("app.method.in_flight", COUNT, "calls that go on now");

    /**
     * What the watched program itself says how wrong things are: below 0.3 all is well, from 0.3 it is heard, from 0.6 it
     * is heard as wrong. Measured by nobody and therefore not in {@link #all}: own metrics and foreign CSVs may have it.
     */
    public static final Metric OWN_SCORE = new Metric("app.score", FRACTION, "the program's own score");

    private Metrics() {}

    /** All of them, in the order of the CSV's columns. */
    public static List<Metric> all() {
        return Collections.unmodifiableList(CATALOGUE);
    }

    /** Whether the metric is of the catalogue, and none of a user's own. */
    public static boolean isKnown(Metric metric) {
        return CATALOGUE.contains(metric);
    }

    private static Metric add(String name, Unit unit, String description) {
        Metric metric = new Metric(name, unit, description);
        CATALOGUE.add(metric);
        return metric;
    }
}
