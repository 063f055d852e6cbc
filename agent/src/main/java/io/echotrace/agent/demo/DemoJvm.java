package io.echotrace.agent.demo;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** How the JVM of the demo is to be started, so that each phase does on every JDK what it says. */
public final class DemoJvm {
    /**
     * Options for {@code java}. The serial collector stops the program for all of its work, a small young generation is
     * collected often, and a fixed heap makes its share tell something. About 600 MB of memory are needed.
     */
    public static final List<String> OPTIONS = Collections.unmodifiableList(Arrays.asList(
            "-XX:+UseSerialGC",
            "-Xms512m",
            "-Xmx512m",
            "-Xmn64m",
            "-XX:SurvivorRatio=2", // 32 MB to allocate in, and room for what lives on for a moment
            "-XX:TargetSurvivorRatio=90",
            "-Dhttp.maxConnections=64", // keep all connections: opening them anew is not what is to be heard
            "-Dsun.net.httpserver.nodelay=true")); // or the body of an answer waits 40 ms for its header's receipt

    private DemoJvm() {}
}
