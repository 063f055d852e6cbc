package io.echotrace.probe;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * The JVM's garbage collector beans, fetched once (a fetch costs up to 200 µs), and what each of them counts.
 *
 * <p>{@code … Pauses}, {@code G1 Young/Old Generation} and the beans of Serial, Parallel and ParNew count pauses. {@code …
 * Cycles}, {@code G1 Concurrent GC}, {@code ConcurrentMarkSweep} and the {@code ZGC} of JDK 11 to 16 count cycles, whose
 * time is mostly concurrent.
 */
final class GcBeans {
    private final List<GarbageCollectorMXBean> pauses = new ArrayList<>();
    private final List<GarbageCollectorMXBean> collections = new ArrayList<>();

    GcBeans(List<GarbageCollectorMXBean> beans) {
        boolean countsCycles = beans.stream().anyMatch(bean -> isWholeCycle(bean.getName()));
        for (GarbageCollectorMXBean bean : beans) {
            String name = bean.getName();
            if (isPause(name)) {
                pauses.add(bean);
            }
            if (isWholeCycle(name) || name.equals("ConcurrentMarkSweep") || (isPause(name) && !countsCycles)) {
                collections.add(bean);
            }
        }
    }

    static GcBeans ofThisJvm() {
        return new GcBeans(ManagementFactory.getGarbageCollectorMXBeans());
    }

    /** Those whose collection time is time that the application stood still. */
    List<GarbageCollectorMXBean> pauses() {
        return pauses;
    }

    /** Those that count each collection once: cycles where a cycle has several pauses. */
    List<GarbageCollectorMXBean> collections() {
        return collections;
    }

    long pauseMillis() {
        long sum = 0;
        for (int i = 0; i < pauses.size(); i++) {
            sum += Math.max(0, pauses.get(i).getCollectionTime());
        }
        return sum;
    }

    long collectionCount() {
        long sum = 0;
        for (int i = 0; i < collections.size(); i++) {
            sum += Math.max(0, collections.get(i).getCollectionCount());
        }
        return sum;
    }

    private static boolean isWholeCycle(String name) {
        return name.endsWith(" Cycles") || name.equals("ZGC");
    }

    private static boolean isPause(String name) {
        return !isWholeCycle(name) && !name.equals("G1 Concurrent GC") && !name.equals("ConcurrentMarkSweep");
    }
}
