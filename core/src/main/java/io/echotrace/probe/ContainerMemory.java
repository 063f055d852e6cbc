package io.echotrace.probe;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The memory limit of the control group that this process runs in, and what of it is used. Used is what the kernel charges
 * without the file cache that it would drop first, as container tools count it. The limit is the smallest one of the group
 * and of those around it.
 */
final class ContainerMemory {
    private final File sys;
    private final File proc;

    /**
     * @param proc the folder {@code /proc}
     * @param sys the folder {@code /sys}
     */
    ContainerMemory(File proc, File sys) {
        this.proc = proc;
        this.sys = sys;
    }

    /** Limit and use in bytes; null when nothing limits this process. */
    @Nullable Limit read() {
        Limit unified = read(new File(sys, "fs/cgroup"), path("0::"), "memory.max", "memory.current", "inactive_file");
        if (unified != null) {
            return unified;
        }
        return read(
                new File(sys, "fs/cgroup/memory"),
                path(":memory:"),
                "memory.limit_in_bytes",
                "memory.usage_in_bytes",
                "total_inactive_file");
    }

    /** The group's path, from the line of {@code /proc/self/cgroup} that holds a word; empty when there is none. */
    private String path(String word) {
        for (String line : text(new File(proc, "self/cgroup")).split("\n", -1)) {
            int at = line.indexOf(word);
            if (at >= 0 && (at == 0 || word.startsWith(":"))) {
                return line.substring(at + word.length());
            }
        }
        return "";
    }

    private static @Nullable Limit read(File root, String path, String limit, String use, String cache) {
        Limit smallest = null;
        String group = path;
        while (true) {
            // Inside a container the path may name the host's folders: then only the root exists.
            Limit here = readGroup(new File(root, group), limit, use, cache);
            if (here != null && (smallest == null || here.limitBytes < smallest.limitBytes)) {
                smallest = here;
            }
            int parent = group.lastIndexOf('/');
            if (parent < 0 || group.isEmpty()) {
                return smallest;
            }
            group = group.substring(0, parent);
        }
    }

    private static @Nullable Limit readGroup(File group, String limit, String use, String cache) {
        long limitBytes = number(text(new File(group, limit)));
        long useBytes = number(text(new File(group, use)));
        if (limitBytes <= 0 || limitBytes >= Long.MAX_VALUE / 2 || useBytes < 0) {
            return null; // "max", or version 1's way to say so: the largest multiple of a page
        }
        long cached = Math.max(0, field(text(new File(group, "memory.stat")), cache));
        return new Limit(limitBytes, Math.max(0, useBytes - cached));
    }

    private static long field(String text, String name) {
        for (String line : text.split("\n", -1)) {
            if (line.startsWith(name + ' ')) {
                return number(line.substring(name.length() + 1));
            }
        }
        return -1;
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text.trim());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static String text(File file) {
        StringBuilder text = new StringBuilder();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new FileInputStream(file), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                text.append(line).append('\n');
            }
        } catch (IOException e) { // no such file: no such limit
            return "";
        }
        return text.toString();
    }

    /** A limit and how much of it is used. */
    static final class Limit {
        final long limitBytes;
        final long usedBytes;

        Limit(long limitBytes, long usedBytes) {
            this.limitBytes = limitBytes;
            this.usedBytes = usedBytes;
        }
    }
}
