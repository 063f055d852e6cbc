package io.echotrace.agent.pattern;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which methods of a class are to be timed. Not changed once it has been given out. */
public final class ClassMatch {
    /** No method of the class. */
    static final ClassMatch NONE = new ClassMatch(false);
    /** No method, because the class file's version is newer than what can be read. */
    static final ClassMatch TOO_NEW = new ClassMatch(true);

    private final boolean tooNew;
    private final Map<String, MethodGroup> timed = new HashMap<>();
    private final Map<String, List<MethodGroup>> continuing = new HashMap<>();

    private ClassMatch(boolean tooNew) {
        this.tooNew = tooNew;
    }

    ClassMatch() {
        this(false);
    }

    /** Whether the class can be left as it is. */
    public boolean isEmpty() {
        return timed.isEmpty() && continuing.isEmpty();
    }

    /** Whether methods may be missing since the version of the class file is newer than what is known. */
    public boolean isTooNew() {
        return tooNew;
    }

    /** How many methods are to be timed. */
    public int size() {
        return timed.size();
    }

    /** The group that calls of the method count in; null for none. */
    public @Nullable MethodGroup group(String name, String descriptor) {
        return timed.get(name + descriptor);
    }

    /**
     * The groups of which no call counts that begins within the method: it goes on with what has been counted already, on
     * another thread, and is itself in none of them.
     */
    public List<MethodGroup> continued(String name, String descriptor) {
        return continuing.getOrDefault(name + descriptor, Collections.emptyList());
    }

    void time(String name, String descriptor, MethodGroup group) {
        timed.put(name + descriptor, group);
    }

    void continueOne(String name, String descriptor, MethodGroup group) {
        List<MethodGroup> groups = continuing.get(name + descriptor);
        if (groups == null) {
            groups = new ArrayList<>(1);
            continuing.put(name + descriptor, groups);
        }
        groups.add(group);
    }
}
