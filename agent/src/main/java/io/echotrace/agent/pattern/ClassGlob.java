package io.echotrace.agent.pattern;

/** Which classes a pattern names. Immutable; matching allocates nothing. */
final class ClassGlob {
    private final Glob glob;
    private final boolean simple;

    /** @param text with neither a dot nor {@code **} in it, the simple name of classes in any package */
    ClassGlob(String text) {
        glob = new Glob(text);
        simple = text.indexOf('.') < 0 && !text.contains("**");
    }

    /** Whether it is every class. */
    boolean isEverything() {
        return glob.isEverything();
    }

    /** Whether it is the name of one class, with its package. */
    boolean isFullName() {
        return !simple && glob.isLiteral();
    }

    /** @param name as in class files, with slashes */
    boolean matches(String name) {
        return matches(name, 0, name.length());
    }

    /** Whether the name that begins at the one index and ends before the other is meant. */
    boolean matches(String name, int start, int end) {
        if (!simple) {
            return glob.matches(name, start, end);
        }
        int last = Math.max(start, name.lastIndexOf('/', end - 1) + 1);
        int nested = name.lastIndexOf('$', end - 1) + 1;
        return glob.matches(name, last, end) || (nested > last && glob.matches(name, nested, end));
    }
}
