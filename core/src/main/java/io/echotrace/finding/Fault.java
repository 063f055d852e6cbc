package io.echotrace.finding;

import static io.echotrace.metric.Metrics.HEAP_AFTER_GC;
import static io.echotrace.metric.Metrics.SYSTEM_MEMORY;
import static io.echotrace.metric.Metrics.THREADS_BLOCKED;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The list of faults: what can be wrong, in the words that status, markers, CSV and report share, and the hard rules that
 * find it whatever was learned. The triggers hold from the first row, but for that which compares with what is usual.
 */
public enum Fault {
    CPU_SATURATION("CPU saturation") {
        @Override
        List<Rule> rules(Subjects subjects) {
            return one(new LevelRule(this, subjects.cpu, "of the CPU it may use", 0.90, 0.85, 1, 3));
        }
    },
    GC_STORM("GC storm") {
        @Override
        List<Rule> rules(Subjects subjects) {
            return one(new GcStormRule());
        }
    },
    LONG_STOP("long stop-the-world pause") {
        @Override
        List<Rule> rules(Subjects subjects) {
            return one(StopRule.longStop(this));
        }
    },
    SAFEPOINT_STALL("safepoint stall") {
        @Override
        List<Rule> rules(Subjects subjects) {
            return one(StopRule.safepointStall(this));
        }
    },
    DEADLOCK("deadlock") {
        @Override
        List<Rule> rules(Subjects subjects) {
            return one(new DeadlockRule());
        }
    },
    LOCK_CONTENTION("lock contention") {
        @Override
        List<Rule> rules(Subjects subjects) {
            return one(new LevelRule(this, THREADS_BLOCKED, "of the threads blocked", 0.10, 0.07, 0.6, 0));
        }
    },
    MEMORY_FULL("memory nearly full") {
        @Override
        List<Rule> rules(Subjects subjects) {
            return Arrays.asList(
                    new LevelRule(this, HEAP_AFTER_GC, "of the heap used after GC", 0.95, 0.92, 1, 0),
                    new LevelRule(this, SYSTEM_MEMORY, "of the memory used", 0.95, 0.92, 1, 0));
        }
    },
    LATENCY_JITTER("latency jitter") {
        @Override
        List<Rule> rules(Subjects subjects) {
            return one(new LatencyJitterRule(subjects));
        }
    },
    ERROR_BURST("error burst") {
        @Override
        List<Rule> rules(Subjects subjects) {
            return one(new ErrorBurstRule(subjects));
        }
    };

    private final String title;

    Fault(String title) {
        this.title = title;
    }

    /** The fault's name for people. */
    public String title() {
        return title;
    }

    /** New rules, for one run; each that holds is a finding of its own. */
    abstract List<Rule> rules(Subjects subjects);

    private static List<Rule> one(Rule rule) {
        return Collections.singletonList(rule);
    }
}
