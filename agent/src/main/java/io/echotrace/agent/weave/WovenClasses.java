package io.echotrace.agent.weave;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which classes have been woven, each by its loader and its name, since there is no {@code Class} yet when a class is woven
 * as it is defined. Once in, a class stays in: to give back one that is not woven any longer does no harm. Keeps no loader
 * alive. Thread-safe.
 */
final class WovenClasses {
    /** Programs that make classes without end get no further; no program comes with that many that are to be timed. */
    private static final int MOST = 100_000;

    private final Set<String> woven = ConcurrentHashMap.newKeySet();
    private volatile boolean full;

    void add(@Nullable ClassLoader loader, String name) {
        if (!full) {
            woven.add(key(loader, name));
            full = woven.size() >= MOST;
        }
    }

    boolean contains(Class<?> type) {
        return woven.contains(key(type.getClassLoader(), type.getName()));
    }

    /** Whether there may be more than those that it contains. */
    boolean isFull() {
        return full;
    }

    private static String key(@Nullable ClassLoader loader, String name) {
        return name + '@' + System.identityHashCode(loader);
    }
}
