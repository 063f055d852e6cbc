package io.echotrace.finding;

import static io.echotrace.metric.Metrics.HEAP_AFTER_GC;
import static io.echotrace.metric.Metrics.SYSTEM_MEMORY;
import static io.echotrace.metric.Metrics.THREADS_BLOCKED;

import io.echotrace.metric.Metric;
import java.util.Arrays;
import java.util.List;

/** The list of hard rules: what is wrong whatever was learned. The triggers hold from the first row. */
final class Rules {
    private Rules() {}

    /** @param cpu whose CPU may saturate: the process's, or the machine's when no process is watched */
    static List<Rule> of(Metric cpu) {
        return Arrays.asList(
                new LevelRule(Fault.CPU_SATURATION, cpu, "of the CPU it may use", 0.90, 0.85, 1, 3),
                new GcStormRule(),
                new LongStopRule(),
                new DeadlockRule(),
                new LevelRule(Fault.LOCK_CONTENTION, THREADS_BLOCKED, "of the threads blocked", 0.10, 0.07, 0.6, 0),
                new LevelRule(Fault.MEMORY_FULL, HEAP_AFTER_GC, "of the heap used after GC", 0.95, 0.92, 1, 0),
                new LevelRule(Fault.MEMORY_FULL, SYSTEM_MEMORY, "of the memory used", 0.95, 0.92, 1, 0));
    }
}
