package io.echotrace.it.budget;

import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.TargetJvm;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code jcmd} says of a JVM's heap. */
final class HeapCommands {
    /** {@code garbage-first heap … [0x00000000fe000000, 0x0000000100000000)}. */
    private static final Pattern RANGE = Pattern.compile("heap .*\\[0x(\\p{XDigit}+), 0x(\\p{XDigit}+)\\)");

    /** The last line of the histogram: instances and bytes. */
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

    private final JvmLauncher tools;
    private final TargetJvm jvm;

    HeapCommands(JvmLauncher tools, TargetJvm jvm) {
        this.tools = tools;
        this.jvm = jvm;
    }

    /**
     * Addresses.
     *
     * @param to the one behind the last
     */
    record Range(long from, long to) {}

    /** Where the heap lies. */
    Range range() throws IOException {
        Matcher found = find(RANGE, "GC.heap_info");
        return new Range(Long.parseLong(found.group(1), 16), Long.parseLong(found.group(2), 16));
    }

    /** What a full collection leaves, in MB of 10⁶ bytes. */
    double liveMegabytes() throws IOException {
        return Long.parseLong(find(TOTAL, "GC.class_histogram").group(1)) / 1e6;
    }

    private Matcher find(Pattern pattern, String command) throws IOException {
        String said =
                tools.tool("jcmd", Long.toString(jvm.process().pid()), command).stdout();
        Matcher found = pattern.matcher(said);
        if (!found.find()) {
            throw new IOException("unknown answer to " + command + ": " + said);
        }
        return found;
    }
}
