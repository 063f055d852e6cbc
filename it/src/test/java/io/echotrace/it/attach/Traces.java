package io.echotrace.it.attach;

import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the agent could leave in a JVM, as that JVM's own {@code jcmd} and the operating system see it. */
final class Traces {
    private static final Pattern OWN = Pattern.compile("io\\.echotrace\\.|EchoTrace|oshi\\.|net\\.bytebuddy\\.");
    private static final Pattern OWN_HOST = Pattern.compile("io\\.echotrace\\.it\\.");

    private final JvmLauncher tools;
    private final AttachTarget target;

    Traces(Path jdk, Path folder, AttachTarget target) {
        this.tools = new JvmLauncher(jdk, folder);
        this.target = target;
    }

    /** Instances of the agent's classes, its loader among them, that a collection of garbage leaves. */
    List<String> instances() throws IOException {
        return ofTheAgent(jcmd("GC.class_histogram"));
    }

    /** All classes of the agent that are loaded; from Java 9 on. */
    List<String> classes() throws IOException {
        return ofTheAgent(jcmd("VM.class_hierarchy"));
    }

    /** The names of the Java threads. */
    SortedSet<String> threads() throws IOException {
        SortedSet<String> names = new TreeSet<>();
        jcmd("Thread.print").lines().filter(line -> line.startsWith("\"")).forEach(line -> {
            String name = line.substring(1, line.indexOf('"', 1));
            if (line.contains(" java.lang.Thread.State") || line.contains(" tid=")) {
                names.add(name);
            }
        });
        return names;
    }

    /** The files that are open, and how many other descriptors there are. */
    List<String> descriptors() throws IOException {
        try (Stream<Path> links = Files.list(Path.of("/proc", target.pid(), "fd"))) {
            return links.map(Traces::target).sorted().toList();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString().replaceAll(":\\[\\d+]", "");
        } catch (IOException e) {
            return "closed meanwhile";
        }
    }

    private static List<String> ofTheAgent(String lines) {
        return lines.lines()
                .filter(line -> OWN.matcher(line).find())
                .filter(line -> !OWN_HOST.matcher(line).find())
                .toList();
    }

    private String jcmd(String command) throws IOException {
        Outcome outcome = tools.tool("jcmd", target.pid(), command);
        if (outcome.exitCode() != 0) {
            throw new IOException(command + ": " + outcome.stdout() + outcome.stderr());
        }
        return outcome.stdout();
    }
}
