package io.echotrace.agent.pattern;

import java.util.ArrayList;
import java.util.List;

/** What makes a group: the rules that tell its methods, and those that tell which of them are none. */
final class Selection {
    private final MethodGroup group;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Rule> exceptions = new ArrayList<>();
    private final List<Rule> continuations = new ArrayList<>();

    Selection(MethodGroup group) {
        this.group = group;
    }

    MethodGroup group() {
        return group;
    }

    List<Rule> rules() {
        return rules;
    }

    /** What of the rules is left out of this group alone. */
    List<Rule> exceptions() {
        return exceptions;
    }

    /** Methods within which nothing counts, since they go on with what has been counted before, on another thread. */
    List<Rule> continuations() {
        return continuations;
    }
}
