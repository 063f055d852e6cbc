package io.echotrace.agent.pattern;

/** Methods of classes, told by one pattern. Immutable. */
final class Rule {
    /** How it tells classes. */
    enum Kind {
        /** By their name. */
        NAME,
        /** By the name of a type that they extend or implement, or are. */
        SUPER_TYPE,
        /** By the name of an annotation that they or their methods bear. */
        ANNOTATION
    }

    private final int index;
    private final Kind kind;
    private final ClassGlob types;
    private final Glob methods;
    private final boolean allMethods;

    /**
     * @param index its place among all rules
     * @param methods a glob; {@code *} for all
     */
    Rule(int index, Kind kind, String types, String methods) {
        this.index = index;
        this.kind = kind;
        this.types = new ClassGlob(types);
        this.methods = new Glob(methods);
        allMethods = methods.matches("\\*+");
    }

    int index() {
        return index;
    }

    Kind kind() {
        return kind;
    }

    /** The name of the class, of the super type or of the annotation. */
    ClassGlob types() {
        return types;
    }

    boolean namesMethod(String method) {
        return allMethods || methods.matches(method, 0, method.length());
    }

    /** Whether all methods of a class are meant, by the name of the class alone. */
    boolean isWholeClass(String internalName) {
        return allMethods && kind == Kind.NAME && types.matches(internalName);
    }
}
