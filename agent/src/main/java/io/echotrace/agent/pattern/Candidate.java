package io.echotrace.agent.pattern;

import java.util.BitSet;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import org.jspecify.annotations.Nullable;

/** A class that is looked at. Not thread-safe. */
final class Candidate {
    private final @Nullable ClassLoader loader;
    private final String name;
    private final @Nullable Class<?> loaded;
    private final ClassReader classFile;
    private final boolean isJdk;
    private final TypeHierarchy hierarchy;
    private @Nullable BitSet superTypeRules;

    Candidate(
            @Nullable ClassLoader loader,
            String name,
            @Nullable Class<?> loaded,
            ClassReader classFile,
            boolean isJdk,
            TypeHierarchy hierarchy) {
        this.loader = loader;
        this.name = name;
        this.loaded = loaded;
        this.classFile = classFile;
        this.isJdk = isJdk;
        this.hierarchy = hierarchy;
    }

    ClassReader classFile() {
        return classFile;
    }

    /**
     * Sets the numbers of those rules that hold for the class, or with annotations may hold for some of its methods.
     *
     * @return whether there are any
     */
    boolean collect(List<Rule> rules, BitSet holding) {
        boolean some = false;
        for (Rule rule : rules) {
            if (mayHold(rule)) {
                holding.set(rule.index());
                some = true;
            }
        }
        return some;
    }

    private boolean mayHold(Rule rule) {
        switch (rule.kind()) {
            case NAME:
                return rule.types().matches(name);
            case SUPER_TYPE:
                return superTypeRules().get(rule.index());
            default:
                return !isJdk && AnnotationNames.mayBear(classFile, rule.types());
        }
    }

    private BitSet superTypeRules() {
        BitSet holding = superTypeRules;
        if (holding == null) {
            holding = findSuperTypeRules();
            superTypeRules = holding;
        }
        return holding;
    }

    /** The JDK's own classes are known by their name alone: reading class files is what some of them are loaded for. */
    private BitSet findSuperTypeRules() {
        if (isJdk) {
            return hierarchy.naming(name);
        }
        return loaded == null ? hierarchy.of(loader, classFile) : hierarchy.of(loaded);
    }
}
