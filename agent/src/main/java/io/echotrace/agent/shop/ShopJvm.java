package io.echotrace.agent.shop;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Options for a JVM in which the shop runs as a shop of this size would. */
public final class ShopJvm {
    /** For {@code java}. */
    public static final List<String> OPTIONS = Collections.unmodifiableList(Arrays.asList(
            "-Dhttp.maxConnections=64", // keep all connections: opening them anew is not what is to be heard
            "-Dsun.net.httpserver.nodelay=true")); // or the body of an answer waits 40 ms for its header's receipt

    private ShopJvm() {}
}
