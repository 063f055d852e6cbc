package io.echotrace.session;

import io.echotrace.probe.CallCounts;
import io.echotrace.probe.CallSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** The groups of timed calls that a session measures, in the order in which they were given. Not thread-safe. */
final class TimedCalls {
    /** A name stands in a run's first event, whose words are separated by blanks. */
    private static final Pattern WORD = Pattern.compile("\\S+");

    private final List<CallSource> groups = new ArrayList<>();

    void add(CallSource group) {
        String name = requireWord(group.name());
        if (groups.stream().anyMatch(known -> known.name().equals(name))) {
            throw new IllegalArgumentException("the group of calls " + name + " is given twice");
        }
        groups.add(group);
    }

    static String requireWord(String name) {
        if (!WORD.matcher(name).matches()) {
            throw new IllegalArgumentException("a group of calls needs a name of one word, not \"" + name + "\"");
        }
        return name;
    }

    /** Leaves out what was counted so far: calls that ended before the run began are not of the run. */
    void forget() {
        for (CallSource group : groups) {
            try {
                group.drainTo(new CallCounts());
            } catch (Throwable ignored) { // the first row will say that it fails
            }
        }
    }

    List<CallSource> groups() {
        return Collections.unmodifiableList(groups);
    }
}
