package io.echotrace.finding;

import static io.echotrace.metric.Metrics.DISK_UTILIZATION;
import static io.echotrace.metric.Metrics.FILESYSTEM;
import static io.echotrace.metric.Metrics.FILE_DESCRIPTOR_UTILIZATION;
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
    CPU_SATURATION("CPU saturation", "more than 90 % of the CPU it may use, for 3 s") {
        @Override
        List<Rule> rules(Subjects subjects) {
            return one(new LevelRule(this, subjects.cpu, "of the CPU it may use", 0.90, 0.85, 1, 3));
        }
    },
    GC_STORM("GC storm", "more than 3 collections a second, or 10 % of the time in them") {
        @Override
        List<Rule> rules(Subjects subjects) {
            return one(new GcStormRule());
        }
    },
    LONG_STOP("long stop-the-world pause", "a stop of more than 200 ms") {
        @Override
        List<Rule> rules(Subjects subjects) {
            return one(StopRule.longStop(this));
        }
    },
    SAFEPOINT_STALL("safepoint stall", "threads take more than 50 ms to stop") {
        @Override
        List<Rule> rules(Subjects subjects) {
            return one(StopRule.safepointStall(this));
        }
    },
    DEADLOCK("deadlock", "threads that wait for each other, found twice") {
        @Override
        List<Rule> rules(Subjects subjects) {
            return one(new DeadlockRule());
        }
    },
    LOCK_CONTENTION("lock contention", "more than 10 % of the threads blocked") {
        @Override
        List<Rule> rules(Subjects subjects) {
            return one(new LevelRule(this, THREADS_BLOCKED, "of the threads blocked", 0.10, 0.07, 0.6, 0));
        }
    },
    MEMORY_FULL(
            "memory nearly full", "more than 95 % of the heap after GC, or of the machine's or container's memory") {
        @Override
        List<Rule> rules(Subjects subjects) {
            return Arrays.asList(
                    new LevelRule(this, HEAP_AFTER_GC, "of the heap used after GC", 0.95, 0.92, 1, 0),
                    new LevelRule(this, SYSTEM_MEMORY, "of the memory used", 0.95, 0.92, 1, 0));
        }
    },
    LATENCY_JITTER("latency jitter", "p99 ÷ p50 more than twice what is usual") {
        @Override
        List<Rule> rules(Subjects subjects) {
            return one(new LatencyJitterRule(subjects));
        }
    },
    ERROR_BURST("error burst", "more than 1 % of the requests fail") {
        @Override
        List<Rule> rules(Subjects subjects) {
            return one(new ErrorBurstRule(subjects));
        }
    },
    MEMORY_LEAK("memory leak", "heap after GC rises so that it is full within an hour") {
        @Override
        List<Rule> rules(Subjects subjects) {
            return one(new MemoryLeakRule());
        }
    },
    THREAD_LEAK("thread leak", "threads rise all the time, or are more than four times as many as usual") {
        @Override
        List<Rule> rules(Subjects subjects) {
            return one(new ThreadLeakRule());
        }
    },
    FILE_DESCRIPTOR_LEAK(
            "file descriptor leak",
            "open files and sockets rise all the time, or are more than 90 % of those allowed") {
        @Override
        List<Rule> rules(Subjects subjects) {
            return Arrays.asList(
                    new FileDescriptorLeakRule(),
                    new LevelRule(this, FILE_DESCRIPTOR_UTILIZATION, "of those allowed are open", 0.90, 0.85, 1, 0));
        }
    },
    NETWORK_FLOOD("network flood", "traffic in the top fifth of the pulse's range, and far more than usual") {
        @Override
        List<Rule> rules(Subjects subjects) {
            return one(new NetworkFloodRule(subjects));
        }
    },
    NETWORK_LOSS("network loss", "more than 1 % of the packets lost, in error or sent again") {
        @Override
        List<Rule> rules(Subjects subjects) {
            return one(new NetworkLossRule());
        }
    },
    DISK_SATURATION("disk saturation", "a disk busy more than 90 % of 5 s, or a file system more than 95 % full") {
        @Override
        List<Rule> rules(Subjects subjects) {
            return Arrays.asList(
                    new LevelRule(this, DISK_UTILIZATION, "of the time a disk is busy", 0.90, 0.80, 1, 5),
                    new LevelRule(this, FILESYSTEM, "of a file system used", 0.95, 0.94, 1, 0));
        }
    };

    private final String title;
    private final String trigger;

    Fault(String title, String trigger) {
        this.title = title;
        this.trigger = trigger;
    }

    /** The fault's name for people. */
    public String title() {
        return title;
    }

    /** What has to be measured for it to be found, in a few words. */
    public String trigger() {
        return trigger;
    }

    /** New rules, for one run; each that holds is a finding of its own. */
    abstract List<Rule> rules(Subjects subjects);

    private static List<Rule> one(Rule rule) {
        return Collections.singletonList(rule);
    }
}
