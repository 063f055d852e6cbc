package io.echotrace.agent.weave;

import java.util.List;

/** What has become of one pattern or preset: which methods it found, and how they were called. Immutable. */
public final class GroupState {
    private final String name;
    private final GroupMethods.Summary methods;
    private final long calls;
    private final long errors;
    private final long inFlight;

    GroupState(SlotSource source, TimedMethods all) {
        name = source.name();
        methods = all.summary(source.group());
        calls = source.totalCalls();
        errors = source.totalErrors();
        inFlight = source.inFlight();
    }

    /** The pattern, or the preset. */
    public String name() {
        return name;
    }

    /** How many methods are timed, at most a hundred thousand in all groups. */
    public int methods() {
        return methods.methods;
    }

    /** How many classes they are of. */
    public int classes() {
        return methods.classes;
    }

    /** The first three of them, as {@code com.acme.Shop#checkout}. */
    public List<String> examples() {
        return methods.examples;
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
