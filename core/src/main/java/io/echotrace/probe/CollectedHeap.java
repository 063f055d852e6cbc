package io.echotrace.probe;

import com.sun.management.GcInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The heap before and after the latest collection. Asks the JVM for its details, some kilobytes of garbage, only when a
 * collection has ended since. Needs {@code com.sun.management}. Probe thread only.
 */
final class CollectedHeap {
    private final List<GarbageCollectorMXBean> beans;
    private final long[] counts;
    private final Set<String> heapPools = new HashSet<>();
    private long endMillis = -1;
    private long usedBefore;
    private long usedAfter;
    private long collections;

    CollectedHeap(GcBeans gc) {
        beans = gc.collections();
        counts = new long[beans.size()];
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                heapPools.add(pool.getName());
            }
        }
    }

    /** Looks for collections that have ended since the last call. */
    void refresh() {
        for (int i = 0; i < counts.length; i++) {
            GarbageCollectorMXBean bean = beans.get(i);
            long count = bean.getCollectionCount();
            if (count != counts[i]) {
                collections += count - counts[i];
                counts[i] = count;
                keep(lastGcInfo(bean));
            }
        }
    }

    /** Whether a collection has been seen, so that the other numbers mean something. */
    boolean isKnown() {
        return endMillis >= 0;
    }

    /** Collections since the JVM started. */
    long collections() {
        return collections;
    }

    long usedBefore() {
        return usedBefore;
    }

    long usedAfter() {
        return usedAfter;
    }

    private void keep(@Nullable GcInfo info) {
        if (info != null && info.getEndTime() >= endMillis) {
            endMillis = info.getEndTime();
            usedBefore = heap(info.getMemoryUsageBeforeGc());
            usedAfter = heap(info.getMemoryUsageAfterGc());
        }
    }

    private long heap(Map<String, MemoryUsage> pools) {
        long sum = 0;
        for (Map.Entry<String, MemoryUsage> pool : pools.entrySet()) {
            sum += heapPools.contains(pool.getKey()) ? pool.getValue().getUsed() : 0;
        }
        return sum;
    }

    private static @Nullable GcInfo lastGcInfo(GarbageCollectorMXBean bean) {
        if (bean instanceof com.sun.management.GarbageCollectorMXBean) {
            return ((com.sun.management.GarbageCollectorMXBean) bean).getLastGcInfo();
        }
        throw new UnavailableException("this JVM gives no details of collections");
    }
}
