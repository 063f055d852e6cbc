package io.echotrace.agent.demo;

import io.echotrace.agent.shop.ShopJvm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** How the JVM of the demo is to be started, so that each phase does on every JDK what it says. */
public final class DemoJvm {
    /**
     * Options for {@code java}. The serial collector stops the program for all of its work, a small young generation is
     * collected often, and a fixed heap makes its share tell something. About 600 MB of memory are needed.
     */
    public static final List<String> OPTIONS = options(
            "-XX:+UseSerialGC",
            "-Xms512m",
            "-Xmx512m",
            "-Xmn64m",
            "-XX:SurvivorRatio=2", // 32 MB to allocate in, and room for what lives on for a moment
            "-XX:TargetSurvivorRatio=90");

    private DemoJvm() {}

    private static List<String> options(String... heap) {
        List<String> options = new ArrayList<>(Arrays.asList(heap));
        options.addAll(ShopJvm.OPTIONS);
        return Collections.unmodifiableList(options);
    }
}
