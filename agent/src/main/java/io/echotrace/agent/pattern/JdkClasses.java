package io.echotrace.agent.pattern;

import org.jspecify.annotations.Nullable;

/** Where the classes of the JDK come from. */
public final class JdkClasses {
    private JdkClasses() {}

    /** The topmost loader that is written in Java: the platform's, which Java 8 calls that of the extensions. */
    public static ClassLoader platformLoader() {
        ClassLoader loader = ClassLoader.getSystemClassLoader();
        while (loader.getParent() != null) {
            loader = loader.getParent();
        }
        return loader;
    }

    /** Whether a class of that name can be none but the JDK's: no other loader may define one. */
    static boolean isCore(String internalName) {
        return internalName.startsWith("java/");
    }

    /**
     * Whether the loader is the JVM's own or the topmost.
     *
     * @param loader null for the JVM's own
     */
    public static boolean isJdkLoader(@Nullable ClassLoader loader, ClassLoader platform) {
        return loader == null || loader == platform;
    }
}
