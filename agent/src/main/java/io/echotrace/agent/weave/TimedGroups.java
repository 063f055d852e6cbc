package io.echotrace.agent.weave;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which methods are to be timed, and in which group each counts. Thread-safe. */
interface TimedGroups {
    /** How many groups there are. */
    int count();

    /** The group's name, as its metrics have it. */
    String name(int group);

    /** Whether calls within another call of the same group and thread are left out. */
    boolean countsOutermostOnly(int group);

    /** Whether a class of this name could have such methods, as far as the name says; cheap. */
    boolean mayContain(String className);

    /** Whether a pattern names the class in full. */
    boolean names(String className);

    /**
     * The methods of a class file that are to be timed: by name and descriptor in one, {@code checkout(I)V}, the index of
     * the group. Empty if there are none.
     *
     * @param loader the loader that defines the class, null for the boot loader
     */
    Map<String, Integer> find(@Nullable ClassLoader loader, String className, byte[] classFile);
}
