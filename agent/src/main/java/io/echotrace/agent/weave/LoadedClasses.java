package io.echotrace.agent.weave;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Predicate;

/**
 * The classes that are loaded and meet a condition, as often as it is asked those that have come since. Looks at each class
 * once, and keeps none alive. For one thread at a time.
 */
final class LoadedClasses {
    private final Instrumentation instrumentation;
    private final Predicate<Class<?>> condition;
    private final Set<Class<?>> seen = Collections.newSetFromMap(new WeakHashMap<>());

    /** @param condition asked only about classes that the JVM can define again */
    LoadedClasses(Instrumentation instrumentation, Predicate<Class<?>> condition) {
        this.instrumentation = instrumentation;
        this.condition = condition;
    }

    /** Those that have not been given yet. */
    List<Class<?>> next() {
        List<Class<?>> found = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (seen.add(type) && isChangeable(type) && condition.test(type)) {
                found.add(type);
            }
        }
        return found;
    }

    private boolean isChangeable(Class<?> type) {
        return !type.isArray() && !type.isPrimitive() && instrumentation.isModifiableClass(type);
    }
}
