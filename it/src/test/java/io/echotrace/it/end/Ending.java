package io.echotrace.it.end;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A way in which a JVM ends. */
enum Ending {
    RETURN("return"),
    EXIT("exit"),
    UNCAUGHT_EXCEPTION("throw"),
    OUT_OF_MEMORY("memory", "-Xmx48m"),
    STACK_OVERFLOW("stack"),
    SIGTERM("TERM", true),
    SIGHUP("HUP", true),
    SIGINT("INT", true),
    HANGING_HOOK("hook-hangs"),
    HALT("halt", false),
    HALTING_HOOK("hook-halts", false),
    SIGKILL("KILL", false),
    SIGTERM_UNHEARD("TERM", false, "-Xrs"),
    CRASH("SEGV", false),
    EXIT_ON_OUT_OF_MEMORY("memory", false, "-Xmx48m", "-XX:+ExitOnOutOfMemoryError"),
    CRASH_ON_OUT_OF_MEMORY("memory", false, "-Xmx48m", "-XX:+CrashOnOutOfMemoryError");

    /** Those that tell one JDK from another soonest, and take no longer than they must. */
    static final Set<Ending> USUAL =
            EnumSet.of(RETURN, EXIT, UNCAUGHT_EXCEPTION, SIGTERM, HALT, SIGKILL, EXIT_ON_OUT_OF_MEMORY);

    private final String how;
    private final boolean hooked;
    /** Separated by blanks. */
    private final String options;

    /** One that runs the shutdown hooks. */
    Ending(String how, String... options) {
        this(how, true, options);
    }

    Ending(String how, boolean hooked, String... options) {
        this.how = how;
        this.hooked = hooked;
        this.options = String.join(" ", options);
    }

    /** What {@link io.echotrace.it.host.LastWords} is told. */
    String argument() {
        return isSignal() ? "wait" : how;
    }

    boolean isSignal() {
        return how.equals(how.toUpperCase(Locale.ROOT));
    }

    String signal() {
        return how;
    }

    /** Whether the JVM lets the shutdown hooks finish, so that nothing at all may be missing. */
    boolean isHooked() {
        return hooked;
    }

    /** Whether the JVM never ends by itself. */
    boolean isEndless() {
        return this == HANGING_HOOK;
    }

    List<String> options() {
        return options.isEmpty() ? List.of() : List.of(options.split(" "));
    }
}
