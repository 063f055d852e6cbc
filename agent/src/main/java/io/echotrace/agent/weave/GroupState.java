package io.echotrace.agent.weave;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What has become of one pattern or preset: which methods it found, and how they were called. Immutable. */
public final class GroupState {
    private final String name;
    private final List<String> methods;
    private final long calls;
    private final long errors;
    private final long inFlight;

    GroupState(SlotSource source, TimedMethods all) {
        name = source.name();
        methods = all.namesOf(source.group());
        calls = source.totalCalls();
        errors = source.totalErrors();
        inFlight = source.inFlight();
    }

    /** The pattern, or the preset. */
    public String name() {
        return name;
    }

    /** The methods that are timed, as {@code com.acme.Shop#checkout}, the first one found first. */
    public List<String> methods() {
        return Collections.unmodifiableList(methods);
    }

    /** How many classes they are of. */
    public int classes() {
        Set<String> classes = new HashSet<>();
        for (String method : methods) {
            classes.add(method.substring(0, method.indexOf('#')));
        }
        return classes.size();
    }

    /** Calls that have ended. */
    public long calls() {
        return calls;
    }

    /** Calls that threw. */
    public long errors() {
        return errors;
    }

    /** Calls that go on. */
    public long inFlight() {
        return inFlight;
    }
}
