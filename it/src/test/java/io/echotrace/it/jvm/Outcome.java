package io.echotrace.it.jvm;

import java.util.List;
import java.util.stream.Collectors;

/** How a JVM has ended, and what it has said. */
public record Outcome(int exitCode, String stdout, String stderr) {
    /** What the host itself, or the JVM, has said on standard error: all but the agent's lines. */
    public String stderrOfTheHost() {
        return stderr.lines()
                .filter(line -> !line.startsWith("echotrace"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** The agent's lines on standard error. */
    public List<String> notices() {
        return stderr.lines().filter(line -> line.startsWith("echotrace")).toList();
    }
}
