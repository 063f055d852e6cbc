package io.echotrace.agent.host;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * A package of {@code java.base} that is not for everybody, and to which the JVM grants this agent's classes access when
 * they ask. Modules exist from Java 9 on, this is written for 8: hence by reflection. The JVM forgets the grant with the
 * loader of these classes.
 */
public enum InternalPackage {
    /** Where the JVM counts its safepoints; without the grant the stop meter sees garbage collections alone. */
    PERF("jdk.internal.perf"),
    /** Where the agent properties are; without the grant nobody reads the agent's state. */
    VM("jdk.internal.vm"),
    /** Where classes are defined for the boot loader; without the grant no method is timed. */
    MISC("jdk.internal.misc");

    private final String packageName;

    InternalPackage(String packageName) {
        this.packageName = packageName;
    }

    /** Does nothing where there are no modules, or no such package. */
    public void grant(Instrumentation instrumentation) {
        try {
            Class<?> moduleType = Class.forName("java.lang.Module");
            Method getModule = Class.class.getMethod("getModule");
            Object own = getModule.invoke(InternalPackage.class);
            Map<String, Set<Object>> toOwn = Collections.singletonMap(packageName, Collections.singleton(own));
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
