package io.echotrace.judge;

import io.echotrace.finding.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What there is to tell apart: health, and the faults that have a sound of their own. */
enum Label {
    HEALTHY(null),
    CPU_SATURATION(Fault.CPU_SATURATION),
    GC_STORM(Fault.GC_STORM),
    LONG_STOP(Fault.LONG_STOP),
    SAFEPOINT_STALL(Fault.SAFEPOINT_STALL),
    MEMORY_LEAK(Fault.MEMORY_LEAK),
    THREAD_LEAK(Fault.THREAD_LEAK),
    DEADLOCK(Fault.DEADLOCK),
    LOCK_CONTENTION(Fault.LOCK_CONTENTION),
    LATENCY_JITTER(Fault.LATENCY_JITTER),
    ERROR_BURST(Fault.ERROR_BURST),
    NETWORK_FLOOD(Fault.NETWORK_FLOOD),
    NETWORK_LOSS(Fault.NETWORK_LOSS),
    DISK_SATURATION(Fault.DISK_SATURATION);

    private final @Nullable Fault fault;

    Label(@Nullable Fault fault) {
        this.fault = fault;
    }

    /** Health aside. */
    static List<Label> faults() {
        return Arrays.asList(values()).subList(1, values().length);
    }

    Fault fault() {
        if (fault == null) {
            throw new IllegalStateException("health is no fault");
        }
        return fault;
    }

    /** Five letters, for example "g.sto". */
    String abbreviation() {
        String words = words();
        int last = words.lastIndexOf(' ') + 1;
        return last == 0 ? words.substring(0, 5) : words.charAt(0) + "." + words.substring(last, last + 3);
    }

    /** For example "gc storm". */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
