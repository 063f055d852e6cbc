package io.echotrace.agent.weave;

import io.echotrace.agent.pattern.MethodGroup;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The methods that have been woven in this run, by number: what a method's code tells the recorder. A method has one
 * number in all class loaders and through all its signatures. Thread-safe.
 */
final class TimedMethods {
    /** Programs that make classes without end get no further; no program comes with that many that are to be timed. */
    private static final int MOST = 100_000;

    private final int most;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<MethodGroup, GroupMethods> groups = new HashMap<>();
    private final BitSet excluded = new BitSet();

    TimedMethods() {
        this(MOST);
    }

    /** @param most how many methods have a number of their own; all others share the next one, and are in no list */
    TimedMethods(int most) {
        this.most = most;
    }

    /**
     * The number of a method, a new one if it has none yet.
     *
     * @param name as {@code com.acme.Shop#checkout}
     * @param group the group that it is counted in
     */
    synchronized int numberOf(String name, MethodGroup group) {
        Integer known = numbers.get(name);
        if (known == null && names.size() >= most) {
            return most;
        }
        of(group).add(name);
        if (known != null) {
            return known;
        }
        int number = names.size();
        names.add(name);
        numbers.put(name, number);
        return number;
    }

    synchronized String name(int number) {
        return names.get(number);
    }

    /** How many methods have a number of their own. */
    synchronized int count() {
        return names.size();
    }

    /** A group's methods that are timed, in numbers and examples; costs the same however many they are. */
    synchronized GroupMethods.Summary summary(MethodGroup group) {
        return of(group).summary();
    }

    /** The method is not to be timed any longer. */
    synchronized void exclude(int number) {
        excluded.set(number);
        withdraw(name(number));
    }

    synchronized boolean isExcluded(String name) {
        Integer number = numbers.get(name);
        return number != null && excluded.get(number);
    }

    /** What has been woven into the method has not become its code. It may be woven another time. */
    synchronized void withdraw(String name) {
        groups.values().forEach(methods -> methods.remove(name));
    }

    /** As {@link #withdraw(String)}, for all methods of classes; looks at all methods if there are any. */
    synchronized void withdraw(Set<String> classes) {
        if (!classes.isEmpty()) {
            names.stream()
                    .filter(name -> classes.contains(GroupMethods.className(name)))
                    .forEach(this::withdraw);
        }
    }

    private GroupMethods of(MethodGroup group) {
        return groups.computeIfAbsent(group, added -> new GroupMethods());
    }
}
