package io.echotrace.probe;

import java.io.File;
import java.util.List;

/**
 * The memory files of one control group. Used is what the kernel charges to the group without the file cache that it would
 * give up first, as container tools count it.
 */
final class MemoryGroup implements AutoCloseable {
    /** Version 1 says that there is no limit by a number of this size: the largest multiple of a page. */
    private static final long NO_LIMIT = Long.MAX_VALUE / 2;

    private final ProcFile limit;
    private final ProcFile use;
    private final ProcFile stat;
    private final byte[] cacheKey;
    private final AsciiCursor cursor = new AsciiCursor();

    private MemoryGroup(File limit, File use, File stat, String cacheKey) {
        this.limit = new ProcFile(limit);
        this.use = new ProcFile(use);
        this.stat = new ProcFile(stat);
        this.cacheKey = StopRing.ascii(cacheKey);
    }

    static void addVersion2(File folder, List<MemoryGroup> to) {
        add(folder, "memory.max", "memory.current", "inactive_file ", to);
    }

    static void addVersion1(File folder, List<MemoryGroup> to) {
        add(folder, "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file ", to);
    }

    /** The limit; the largest number when there is none. */
    long limitBytes() {
        long bytes = number(limit);
        return bytes <= 0 || bytes >= NO_LIMIT ? Long.MAX_VALUE : bytes; // version 2 says "max"
    }

    long usedBytes() {
        return Math.max(0, number(use) - cacheBytes());
    }

    @Override
    public void close() {
        limit.close();
        use.close();
        stat.close();
    }

    private static void add(File folder, String limit, String use, String cacheKey, List<MemoryGroup> to) {
        File limitFile = new File(folder, limit);
        File useFile = new File(folder, use);
        if (limitFile.canRead() && useFile.canRead()) {
            to.add(new MemoryGroup(limitFile, useFile, new File(folder, "memory.stat"), cacheKey));
        }
    }

    private long number(ProcFile file) {
        int length = file.read();
        cursor.start(file.bytes(), length);
        return cursor.number();
    }

    private long cacheBytes() {
        int length = stat.read();
        cursor.start(stat.bytes(), length);
        return Math.max(0, cursor.numberAfter(cacheKey));
    }
}
