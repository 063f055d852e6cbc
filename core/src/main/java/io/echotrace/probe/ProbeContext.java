package io.echotrace.probe;

import java.io.File;
import org.jspecify.annotations.Nullable;

/**
 * What the probes of one run share: the stop meter, the machine and the collectors' beans. Making one costs about a
 * millisecond; OSHI comes later, at the first reading that needs it.
 */
public final class ProbeContext {
    private final StopMeter stops;
    private final OwnSafepoints ownSafepoints = new OwnSafepoints();
    private @Nullable GcBeans gc; // null until first asked for: a runtime image may lack java.management
    private final Machine machine = new Machine();
    private final File proc = new File("/proc");
    private final File sys = new File("/sys");

    private ProbeContext() {
        stops = stopMeter();
    }

    /** The context of this JVM. Never fails: what this JVM lacks becomes a reason at the metrics that need it. */
    public static ProbeContext ofThisJvm() {
        return new ProbeContext();
    }

    /** The meter that the ticker ticks. */
    public StopMeter stops() {
        return stops;
    }

    OwnSafepoints ownSafepoints() {
        return ownSafepoints;
    }

    /** Throws where the JVM has no such beans: a reason for the probes that need them. */
    GcBeans gc() {
        GcBeans known = gc;
        if (known == null) {
            known = GcBeans.ofThisJvm();
            gc = known;
        }
        return known;
    }

    Machine machine() {
        return machine;
    }

    File proc() {
        return proc;
    }

    File sys() {
        return sys;
    }

    private StopMeter stopMeter() {
        int version = javaVersion(System.getProperty("java.specification.version", "8"));
        try {
            return new StopMeter(new PerfCounters(PerfData.open(), version));
        } catch (LinkageError | RuntimeException missing) {
            return withoutSafepoints(ProbeSet.reason(missing));
        }
    }

    private StopMeter withoutSafepoints(String reason) {
        try {
            return new StopMeter(new GcCounters(gc().pauses()), reason);
        } catch (LinkageError | RuntimeException alsoMissing) {
            return new StopMeter(null, reason);
        }
    }

    /** 8 of "1.8", 17 of "17". */
    static int javaVersion(String specification) {
        String digits = specification.startsWith("1.") ? specification.substring(2) : specification;
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return 8;
        }
    }
}
