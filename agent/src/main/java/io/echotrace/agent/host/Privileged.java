package io.echotrace.agent.host;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the agent's code with the agent's own permissions, and so do the threads that it starts: a security manager that the
 * host sets is meant for the host's code, of which there may be some on the stack that loads the agent.
 */
public final class Privileged {
    private Privileged() {}

    /** As {@link #run}, for what gives a result. */
    public static <T> @Nullable T call(Supplier<@Nullable T> action) {
        PrivilegedAction<@Nullable T> privileged = action::get;
        return AccessController.doPrivileged(privileged);
    }

    public static void run(Runnable action) {
        call(() -> {
            action.run();
            return null;
        });
    }
}
