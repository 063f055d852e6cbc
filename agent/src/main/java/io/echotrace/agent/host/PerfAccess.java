package io.echotrace.agent.host;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * Grants this agent's classes access to {@code jdk.internal.perf}, where the JVM counts its safepoints. Modules exist from
 * Java 9 on, this is written for 8: hence by reflection.
 */
final class PerfAccess {
    private static final String PACKAGE = "jdk.internal.perf";

    private PerfAccess() {}

    /** Does nothing where there are no modules; without the grant the stop meter sees garbage collections alone. */
    static void grant(Instrumentation instrumentation) {
        try {
            Class<?> moduleType = Class.forName("java.lang.Module");
            Method getModule = Class.class.getMethod("getModule");
            Object own = getModule.invoke(PerfAccess.class);
            Map<String, Set<Object>> toOwn = Collections.singletonMap(PACKAGE, Collections.singleton(own));
            Instrumentation.class
                    .getMethod("redefineModule", moduleType, Set.class, Map.class, Map.class, Set.class, Map.class)
                    .invoke(
                            instrumentation,
                            getModule.invoke(Object.class),
                            Collections.emptySet(),
                            toOwn,
                            toOwn,
                            Collections.emptySet(),
                            Collections.emptyMap());
        } catch (ReflectiveOperationException | RuntimeException e) {
            // Java 8, or a JVM without that package
        }
    }
}
