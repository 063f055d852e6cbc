package io.echotrace.it.host;

import java.util.logging.LogManager;

/** Chooses a log manager of its own in main, as application servers do, when the agent has long been at work. */
public final class OwnLogManager {
    private OwnLogManager() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println("watched: " + Watched.since(arguments[0]));
        System.setProperty("java.util.logging.manager", Chosen.class.getName());
        System.out.println(
                "log manager: " + LogManager.getLogManager().getClass().getSimpleName());
    }

    /** The log manager of this host. */
    public static final class Chosen extends LogManager {
        public Chosen() {}
    }
}
