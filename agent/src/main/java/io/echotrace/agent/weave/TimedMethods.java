package io.echotrace.agent.weave;

import io.echotrace.agent.pattern.MethodGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The methods that have been woven in this run, by number: what a method's code tells the recorder. A method has one
 * number in all class loaders and through all its signatures. Thread-safe.
 */
final class TimedMethods {
    private final List<String> names = new ArrayList<>();
    private final List<MethodGroup> groups = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<Integer> excluded = new HashSet<>();

    /**
     * The number of a method, a new one if it has none yet.
     *
     * @param name as {@code com.acme.Shop#checkout}
     * @param group the group that it is counted in
     */
    synchronized int numberOf(String name, MethodGroup group) {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        int number = names.size();
        names.add(name);
        groups.add(group);
        numbers.put(name, number);
        return number;
    }

    synchronized String name(int number) {
        return names.get(number);
    }

    /** How many numbers have been given. */
    synchronized int count() {
        return names.size();
    }

    /** The names of a group's methods that are timed, in the order in which they were woven. */
    synchronized List<String> namesOf(MethodGroup group) {
        List<String> found = new ArrayList<>();
        for (int number = 0; number < names.size(); number++) {
            if (groups.get(number) == group && !excluded.contains(number)) {
                found.add(names.get(number));
            }
        }
        return found;
    }

    /** The method is not to be timed any longer. */
    synchronized void exclude(int number) {
        excluded.add(number);
    }

    synchronized boolean isExcluded(String name) {
        Integer number = numbers.get(name);
        return number != null && excluded.contains(number);
    }
}
