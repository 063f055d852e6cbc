package io.echotrace.agent.pattern;

import org.jspecify.annotations.Nullable;

/** Where class files are found of classes that may not be loaded yet. */
interface ResourceLookup {
    /**
     * The class file as the loader would find it; null when there is none that could be read.
     *
     * @param loader null for the JVM's own
     */
    byte @Nullable [] find(@Nullable ClassLoader loader, String internalName);
}
