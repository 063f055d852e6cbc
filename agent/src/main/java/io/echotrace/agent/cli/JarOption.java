package io.echotrace.agent.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the JVM finds the agent's jar, if not where this command was started from. */
final class JarOption {
    @Option(
            names = "--jar",
            paramLabel = "PATH",
            description = "The agent's jar as that JVM sees it, if it is in a container.")
    private @Nullable String path;

    /** Null for the jar that runs this command. */
    @Nullable String path() {
        return path;
    }
}
