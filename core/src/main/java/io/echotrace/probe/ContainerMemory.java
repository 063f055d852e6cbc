package io.echotrace.probe;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The memory limit of the control group that this process runs in, and what of it is used: the smallest limit of the group
 * and of those around it, read again each time, for it may change while the container runs. Versions 1 and 2. No garbage
 * after the first reading. Probe thread only.
 */
final class ContainerMemory implements AutoCloseable {
    private final File proc;
    private final File sys;
    private @Nullable List<MemoryGroup> groups; // null until the first reading
    private long limitBytes;
    private long usedBytes;

    /**
     * @param proc the folder {@code /proc}
     * @param sys the folder {@code /sys}
     */
    ContainerMemory(File proc, File sys) {
        this.proc = proc;
        this.sys = sys;
    }

    /** Reads limit and use; false when nothing limits this process. */
    boolean read() {
        List<MemoryGroup> known = groups;
        if (known == null) {
            known = find();
            groups = known;
        }
        MemoryGroup tightest = null;
        limitBytes = Long.MAX_VALUE;
        for (int i = 0; i < known.size(); i++) {
            long limit = known.get(i).limitBytes();
            if (limit < limitBytes) {
                limitBytes = limit;
                tightest = known.get(i);
            }
        }
        usedBytes = tightest == null ? 0 : tightest.usedBytes();
        return tightest != null;
    }

    /** Of the last reading; only when there was a limit. */
    long limitBytes() {
        return limitBytes;
    }

    /** Of the last reading; only when there was a limit. */
    long usedBytes() {
        return usedBytes;
    }

    @Override
    public void close() {
        if (groups != null) {
            groups.forEach(MemoryGroup::close);
        }
        groups = null;
    }

    /** Version 2's groups, or where memory is not managed by it, version 1's. */
    private List<MemoryGroup> find() {
        List<MemoryGroup> found = new ArrayList<>();
        for (File folder : folders(new File(sys, "fs/cgroup"), "::")) {
            MemoryGroup.addVersion2(folder, found);
        }
        if (found.isEmpty()) {
            for (File folder : folders(new File(sys, "fs/cgroup/memory"), ":memory:")) {
                MemoryGroup.addVersion1(folder, found);
            }
        }
        return found;
    }

    /**
     * The group's folder and those around it. Inside a container the path may name folders of the host, which cannot be
     * seen there: then only the root is found.
     */
    private List<File> folders(File root, String mark) {
        List<File> folders = new ArrayList<>();
        String path = path(mark);
        while (!path.isEmpty()) {
            folders.add(new File(root, path));
            path = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        }
        folders.add(root);
        return folders;
    }

    private String path(String mark) {
        try (ProcFile file = new ProcFile(new File(proc, "self/cgroup"))) {
            int length = file.read();
            for (String line : new String(file.bytes(), 0, length, StandardCharsets.UTF_8).split("\n", -1)) {
                int at = line.indexOf(mark);
                if (at >= 0) {
                    return line.substring(at + mark.length());
                }
            }
        } catch (UnavailableException e) { // a kernel without control groups
            return "";
        }
        return "";
    }
}
