package io.echotrace.probe;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.function.LongSupplier;

/**
 * Estimates all bytes allocated since it was made from the growth of the used heap. What was allocated up to a collection
 * and after it comes from the collector's report; collections between two calls that are not the latest are taken to have
 * freed as much as the latest. Its cost does not depend on the number of threads, and threads that have ended count. It is
 * as fine as the JVM's count of used heap: some kilobytes, with G1 a region.
 */
final class HeapGrowth implements LongSupplier {
    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private final CollectedHeap collected;
    private long lastUsed;
    private long lastCollections;
    private long total;

    HeapGrowth(CollectedHeap collected) {
        this.collected = collected;
        collected.refresh();
        lastCollections = collected.collections();
        lastUsed = memory.getHeapMemoryUsage().getUsed();
    }

    @Override
    public long getAsLong() {
        collected.refresh();
        long used = memory.getHeapMemoryUsage().getUsed();
        long newCollections = collected.collections() - lastCollections;
        lastCollections += newCollections;
        total += growth(lastUsed, used, newCollections, collected.usedBefore(), collected.usedAfter());
        lastUsed = used;
        return total;
    }

    /** Bytes allocated while the used heap went from one size to another through some collections. */
    static long growth(long from, long to, long collections, long before, long after) {
        if (collections == 0) {
            return Math.max(0, to - from);
        }
        long unseen = (collections - 1) * Math.max(0, before - after);
        return Math.max(0, before - from) + unseen + Math.max(0, to - after);
    }
}
