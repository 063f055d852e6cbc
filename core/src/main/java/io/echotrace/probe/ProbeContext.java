package io.echotrace.probe;

import java.io.File;
import java.lang.management.GarbageCollectorMXBean;
import java.util.Collections;
import java.util.List;

/**
 * What the probes of one run share: the stop meter, the machine and the collectors' beans. Making one costs about a
 * millisecond; OSHI comes later, at the first reading that needs it.
 */
public final class ProbeContext {
    private final StopMeter stops;
    private final OwnSafepoints ownSafepoints = new OwnSafepoints();
    private final GcBeans gc;
    private final Machine machine = new Machine();
    private final File proc = new File("/proc");
    private final File sys = new File("/sys");

    private ProbeContext() {
        gc = gcBeans();
        stops = stopMeter(gc.pauses());
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

    GcBeans gc() {
        return gc;
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

    private static GcBeans gcBeans() {
        try {
            return GcBeans.ofThisJvm();
        } catch (LinkageError | RuntimeException e) { // a runtime image without java.management
            return new GcBeans(Collections.emptyList());
        }
    }

    private static StopMeter stopMeter(List<GarbageCollectorMXBean> pauses) {
        int version = javaVersion(System.getProperty("java.specification.version", "8"));
        try {
            return new StopMeter(new PerfCounters(PerfData.open(), version));
        } catch (LinkageError | RuntimeException missing) {
            return fallback(version, pauses, ProbeSet.reason(missing));
        }
    }

    private static StopMeter fallback(int version, List<GarbageCollectorMXBean> pauses, String reason) {
        try {
            return new StopMeter(HotspotCounters.open(version, pauses));
        } catch (LinkageError | RuntimeException alsoMissing) {
            return new StopMeter(reason);
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
