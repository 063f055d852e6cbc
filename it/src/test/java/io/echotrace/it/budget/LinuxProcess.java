package io.echotrace.it.budget;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Linux says of a process. */
public final class LinuxProcess {
    private static final double TICKS_PER_SECOND = 100; // USER_HZ, the same on every Linux that runs a JVM

    private static final Pattern MAPPING = Pattern.compile("\\p{XDigit}+-\\p{XDigit}+ ");

    private final Path folder;

    LinuxProcess(long pid) {
        folder = Path.of("/proc", Long.toString(pid));
    }

    /** CPU time of all threads that it has had, in seconds, in steps of 10 ms. */
    double cpuSeconds() throws IOException {
        return ticks(folder.resolve("stat"), 11) / TICKS_PER_SECOND;
    }

    /** CPU time of the processes that this JVM has started and that have ended, in seconds, in steps of 10 ms. */
    static double cpuSecondsOfEndedChildren() throws IOException {
        return ticks(Path.of("/proc/self/stat"), 13) / TICKS_PER_SECOND;
    }

    /** CPU time of the agent's threads by name, which Linux cuts to 15 characters, in seconds. */
    Map<String, Double> cpuSecondsOfAgent() throws IOException {
        Map<String, Double> seconds = new TreeMap<>();
        for (Path task : tasks()) {
            String name = Files.readString(task.resolve("comm")).strip();
            if (name.startsWith("echotrace-")) {
                String nanos = Files.readString(task.resolve("schedstat")).split(" ")[0];
                seconds.merge(name, Long.parseLong(nanos) / 1e9, Double::sum);
            }
        }
        return seconds;
    }

    /** CPU time of the thread of a JVM that does what is done while it stands still, in milliseconds. */
    public static double cpuMillisOfStops(long pid) throws IOException {
        for (Path task : new LinuxProcess(pid).tasks()) {
            if (Files.readString(task.resolve("comm")).strip().equals("VM Thread")) {
                return Long.parseLong(
                                Files.readString(task.resolve("schedstat")).split(" ")[0])
                        / 1e6;
            }
        }
        throw new IOException("no VM thread in " + pid);
    }

    /** Memory that is in RAM now, in MB of 10⁶ bytes. */
    double residentMegabytes() throws IOException {
        for (String line : Files.readAllLines(folder.resolve("status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6;
            }
        }
        throw new IOException("no VmRSS in " + folder);
    }

    /** What of a range of addresses is in RAM now, in MB of 10⁶ bytes. */
    double residentMegabytes(HeapCommands.Range range) throws IOException {
        long kilobytes = 0;
        boolean inside = false;
        for (String line : Files.readAllLines(folder.resolve("smaps"))) {
            if (MAPPING.matcher(line).lookingAt()) {
                long from = Long.parseUnsignedLong(line.substring(0, line.indexOf('-')), 16);
                inside = from >= range.from() && from < range.to();
            } else if (inside && line.startsWith("Rss:")) {
                kilobytes += Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return kilobytes * 1024 / 1e6;
    }

    /** Processes that run or want to, on average over the last minute. */
    public static double loadAverage() throws IOException {
        return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    }

    private List<Path> tasks() throws IOException {
        try (Stream<Path> tasks = Files.list(folder.resolve("task"))) {
            return tasks.toList();
        }
    }

    /** The sum of a field and the next one: times in user and in system mode. Counted from behind the command's name. */
    private static long ticks(Path stat, int field) throws IOException {
        String text = Files.readString(stat);
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[field]) + Long.parseLong(fields[field + 1]);
    }
}
