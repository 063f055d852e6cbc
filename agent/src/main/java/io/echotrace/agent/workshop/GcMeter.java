package io.echotrace.agent.workshop;

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

/** What the JVM itself says of its collections. */
final class GcMeter {
    private final List<GarbageCollectorMXBean> beans = ManagementFactory.getGarbageCollectorMXBeans();
    private final Set<String> heapPools = new HashSet<>();

    GcMeter() {
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                heapPools.add(pool.getName());
            }
        }
    }

    /** Collections since the JVM started. */
    long count() {
        long count = 0;
        for (GarbageCollectorMXBean bean : beans) {
            count += bean.getCollectionCount();
        }
        return count;
    }

    /** Time in collections since the JVM started. */
    double seconds() {
        long millis = 0;
        for (GarbageCollectorMXBean bean : beans) {
            millis += bean.getCollectionTime();
        }
        return millis / 1e3;
    }

    /** Bytes of the heap that the latest collection left used; 0 before the first. */
    long usedAfter() {
        long latest = -1;
        long used = 0;
        for (GarbageCollectorMXBean bean : beans) {
            GcInfo info = ((com.sun.management.GarbageCollectorMXBean) bean).getLastGcInfo();
            if (info != null && info.getEndTime() > latest) {
                latest = info.getEndTime();
                used = heap(info.getMemoryUsageAfterGc());
            }
        }
        return used;
    }

    /** Bytes of heap that can be used. */
    static long limit() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getMax();
    }

    private long heap(Map<String, MemoryUsage> pools) {
        long sum = 0;
        for (Map.Entry<String, MemoryUsage> pool : pools.entrySet()) {
            sum += heapPools.contains(pool.getKey()) ? pool.getValue().getUsed() : 0;
        }
        return sum;
    }
}
