package io.echotrace.agent.boot;

import org.jspecify.annotations.Nullable;

/**
 * The one case in which the agent ends its host: at the start, when an option is wrong and the user asked for that by
 * {@code strict}. Only where that word is found does the host's main wait until the options are read.
 */
final class StrictStart {
    private static final String WORD = "strict";
    private static final long PATIENCE_MILLIS = 10_000;

    private StrictStart() {}

    /** Whether the word stands where it can have this effect: among arguments, system properties or variables. */
    static boolean mayBeWanted(@Nullable String arguments) {
        return (arguments != null && arguments.contains(WORD))
                || System.getProperty("echotrace." + WORD) != null
                || System.getenv("ECHOTRACE_STRICT") != null;
    }

    /**
     * Ends the host if the agent refuses to start. Called before the host's main. JDK 27 takes a minute for it: it waits
     * for all of its callbacks to return, and premain is one of them.
     */
    static void await(StartThread starter) {
        try {
            starter.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (starter.isRefused()) {
            System.exit(1);
        }
    }
}
