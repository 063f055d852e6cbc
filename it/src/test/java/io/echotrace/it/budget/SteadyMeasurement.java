package io.echotrace.it.budget;

import io.echotrace.it.budget.Answers.Allocated;
import io.echotrace.it.host.Idle;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.Outcome;
import io.echotrace.it.jvm.TargetJvm;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What the agent costs while the host does nothing: a host with it and one without are watched in the same seconds, so
 * that what else the machine does befalls both.
 */
final class SteadyMeasurement {
    static final String CPU = "cpu_percent";
    static final String RESIDENT = "resident_mb";
    static final String LIVE_HEAP = "live_heap_mb";
    static final String GARBAGE = "garbage_kb_per_s";
    static final String THREADS = "threads";
    static final String EXIT = "exit_of_steady_ms";

    /** Small and fixed, so that what the heap may take differs little between the two. */
    private static final String HEAP = "32m";

    private final Hosts hosts;
    private final RawNumbers numbers;
    private final Effort effort;

    SteadyMeasurement(Hosts hosts, RawNumbers numbers, Effort effort) {
        this.hosts = hosts;
        this.numbers = numbers;
        this.effort = effort;
    }

    /** Watches a pair. */
    void run(Setup setup, int run) throws IOException, InterruptedException {
        try (TargetJvm without = start(Setup.WITHOUT);
                TargetJvm with = start(setup)) {
            TimeUnit.SECONDS.sleep(effort.warmUpSeconds);
            Allocated allocatedBefore = new Answers(with).allocated();
            CpuWindow cpuWithout = new CpuWindow(without);
            CpuWindow cpuWith = new CpuWindow(with);
            TimeUnit.SECONDS.sleep(effort.windowSeconds / 2);
            resident(without, Setup.WITHOUT, run);
            resident(with, setup, run);
            TimeUnit.SECONDS.sleep(effort.windowSeconds - effort.windowSeconds / 2);
            cpuWithout.end(numbers, Setup.WITHOUT, run);
            cpuWith.end(numbers, setup, run);
            garbage(allocatedBefore, new Answers(with).allocated(), setup, run);
            heapAndExit(without, Setup.WITHOUT, run);
            heapAndExit(with, setup, run);
        }
    }

    private TargetJvm start(Setup setup) throws IOException {
        return hosts.launcher(setup)
                .jvmOption("-Xms" + HEAP)
                .jvmOption("-Xmx" + HEAP)
                .start(Idle.class);
    }

    private void resident(TargetJvm jvm, Setup setup, int run) throws IOException {
        numbers.add(Key.of(RESIDENT, setup), run, new LinuxProcess(jvm.process().pid()).residentMegabytes());
    }

    private void garbage(Allocated before, Allocated after, Setup setup, int run) throws IOException {
        double seconds = (after.atNanos() - before.atNanos()) / 1e9;
        double all = 0;
        for (Map.Entry<String, Long> thread : after.bytes().entrySet()) {
            long bytes = thread.getValue() - before.bytes().getOrDefault(thread.getKey(), 0L);
            double kilobytesPerSecond = bytes / 1024.0 / seconds;
            numbers.add(new Key(GARBAGE, thread.getKey(), setup), run, kilobytesPerSecond);
            all += kilobytesPerSecond;
        }
        numbers.add(Key.of(GARBAGE, setup), run, all);
        numbers.add(Key.of(THREADS, setup), run, after.bytes().size());
    }

    private void heapAndExit(TargetJvm jvm, Setup setup, int run) throws IOException, InterruptedException {
        JvmLauncher tools = hosts.launcher(Setup.WITHOUT);
        Outcome histogram = tools.tool("jcmd", Long.toString(jvm.process().pid()), "GC.class_histogram");
        numbers.add(Key.of(LIVE_HEAP, setup), run, totalBytes(histogram) / 1e6);
        jvm.process().getOutputStream().close();
        jvm.process().waitFor();
        long ended = System.currentTimeMillis();
        numbers.add(Key.of(EXIT, setup), run, (double) (ended - new Answers(jvm).number("end")));
    }

    /** The last line of the histogram, which the JVM makes after a full collection: {@code Total INSTANCES BYTES}. */
    private static double totalBytes(Outcome histogram) throws IOException {
        String total = histogram
                .stdout()
                .lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow(() -> new IOException("no histogram: " + histogram));
        return Double.parseDouble(total.split("\\s+")[2]);
    }
}
