package io.echotrace.agent.pattern;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is to be timed, as {@code methods=} says it. Immutable.
 *
 * <p>{@code com.acme.Shop#checkout} is a method of a class; without {@code #} all of its methods are meant. Names may have
 * wildcards: in those of classes {@code *} is any letters but dots, {@code **} any at all and {@code ?} one letter but a
 * dot. A class without a dot in its name may be in any package, and the name of a nested class may follow a dot. With a plus
 * before it, all classes are meant that extend or implement the type, with an at sign, methods that bear the annotation or
 * whose class does. An at sign and a word is a preset. What a minus stands before is left out, wherever that stands.
 */
public final class MethodPatterns {
    private final List<Selection> selections;
    private final List<Selection> exclusions;
    private final List<Rule> rules;
    private final List<String> faults;

    /**
     * @param rules all there are, by their number
     * @param faults what is wrong with those parts that are left out
     */
    MethodPatterns(List<Selection> selections, List<Selection> exclusions, List<Rule> rules, List<String> faults) {
        this.selections = selections;
        this.exclusions = exclusions;
        this.rules = rules;
        this.faults = faults;
    }

    /**
     * Reads patterns with colons between them. One that cannot be understood is left out of them, and is a fault.
     *
     * @throws IllegalArgumentException if none is left; the message is one phrase for the user
     */
    public static MethodPatterns parse(String text) {
        return new PatternParser().parse(text);
    }

    /** What could not be understood and is left out: for each pattern what is wrong with it, one phrase for the user. */
    public List<String> faults() {
        return Collections.unmodifiableList(faults);
    }

    /** What is counted, in the order written: a group for each preset, and one for every other pattern. */
    public List<MethodGroup> groups() {
        List<MethodGroup> groups = new ArrayList<>();
        for (Selection selection : selections) {
            groups.add(selection.group());
        }
        return Collections.unmodifiableList(groups);
    }

    /**
     * Whether a class is named with its package and without a wildcard, as those of the JDK have to be.
     *
     * @param internalName as in class files, with slashes
     */
    public boolean nameInFull(String internalName) {
        for (Selection selection : selections) {
            if (nameInFull(selection.rules(), internalName) || nameInFull(selection.continuations(), internalName)) {
                return true;
            }
        }
        return false;
    }

    private static boolean nameInFull(List<Rule> rules, String internalName) {
        for (Rule rule : rules) {
            if (rule.kind() == Rule.Kind.NAME
                    && rule.types().isFullName()
                    && rule.types().matches(internalName)) {
                return true;
            }
        }
        return false;
    }

    List<Selection> selections() {
        return selections;
    }

    /** Groups whose methods are not to be timed. */
    List<Selection> exclusions() {
        return exclusions;
    }

    /** All rules, those that leave something out included; a rule's number is its index. */
    List<Rule> rules() {
        return rules;
    }
}
