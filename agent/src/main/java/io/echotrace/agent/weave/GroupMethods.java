package io.echotrace.agent.weave;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The methods of one group that are timed. Not thread-safe. */
final class GroupMethods {
    private static final int EXAMPLES = 3;

    private final Set<String> names = new LinkedHashSet<>();
    private final Map<String, Integer> methodsOfClass = new HashMap<>();

    /** @param name as {@code com.acme.Shop#checkout} */
    void add(String name) {
        if (names.add(name)) {
            methodsOfClass.merge(className(name), 1, Integer::sum);
        }
    }

    void remove(String name) {
        if (names.remove(name)) {
            methodsOfClass.computeIfPresent(className(name), (type, methods) -> methods == 1 ? null : methods - 1);
        }
    }

    Summary summary() {
        List<String> examples = new ArrayList<>(EXAMPLES);
        for (String name : names) {
            if (examples.size() == EXAMPLES) {
                break;
            }
            examples.add(name);
        }
        return new Summary(names.size(), methodsOfClass.size(), examples);
    }

    static String className(String method) {
        return method.substring(0, method.indexOf('#'));
    }

    /** How many methods, of how many classes, and those that were woven first. Immutable. */
    static final class Summary {
        final int methods;
        final int classes;
        final List<String> examples;

        Summary(int methods, int classes, List<String> examples) {
            this.methods = methods;
            this.classes = classes;
            this.examples = Collections.unmodifiableList(examples);
        }
    }
}
