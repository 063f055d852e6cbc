package io.echotrace.agent.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Says which of the rules that name a super type hold for a class: those that name the class itself, a class that it
 * extends or an interface that it implements, directly or not. Super types are read once for each loader. Where one cannot
 * be read, its own name still counts, and what is above it is not known. The sets given out are not to be changed.
 *
 * <p>Thread-safe, without a lock held while a loader is asked.
 */
final class TypeHierarchy {
    private static final String OBJECT = "java/lang/Object";
    private static final BitSet NONE = new BitSet();
    /** A class file that is its own super type has no end. */
    private static final int DEEPEST = 100;

    private final List<Rule> rules = new ArrayList<>();
    private final ResourceLookup classFiles;
    private final LoaderCache<BitSet> known = new LoaderCache<>();
    /** There while this thread asks a loader, which may load classes for its answer, for which it is not asked again. */
    private final ThreadLocal<Boolean> asking = new ThreadLocal<>();

    TypeHierarchy(List<Rule> rules, ResourceLookup classFiles) {
        for (Rule rule : rules) {
            if (rule.kind() == Rule.Kind.SUPER_TYPE) {
                this.rules.add(rule);
            }
        }
        this.classFiles = classFiles;
    }

    /** The rules that name the type itself. */
    BitSet naming(String internalName) {
        BitSet naming = NONE;
        for (Rule rule : rules) {
            if (rule.types().matches(internalName)) {
                naming = naming.isEmpty() ? new BitSet() : naming;
                naming.set(rule.index());
            }
        }
        return naming;
    }

    /** The rules that hold for a class that is loaded already: no class file is read. */
    BitSet of(Class<?> loaded) {
        if (rules.isEmpty()) {
            return NONE;
        }
        BitSet holding = naming(loaded.getName().replace('.', '/'));
        Class<?> superclass = loaded.getSuperclass();
        if (superclass != null) {
            holding = union(holding, of(superclass));
        }
        for (Class<?> type : loaded.getInterfaces()) {
            holding = union(holding, of(type));
        }
        return holding;
    }

    /** The rules that hold for a class that is being loaded. */
    BitSet of(@Nullable ClassLoader loader, ClassReader classFile) {
        if (rules.isEmpty()) {
            return NONE;
        }
        BitSet holding = of(loader, classFile, 0);
        if (!holding.isEmpty()) {
            known.put(loader, classFile.getClassName(), holding); // generated classes can be read at no other time
        }
        return holding;
    }

    private BitSet of(@Nullable ClassLoader loader, ClassReader classFile, int depth) {
        BitSet holding = naming(classFile.getClassName());
        String superclass = classFile.getSuperName();
        if (superclass != null) {
            holding = union(holding, ofSuperType(loader, superclass, depth));
        }
        for (String type : classFile.getInterfaces()) {
            holding = union(holding, ofSuperType(loader, type, depth));
        }
        return holding;
    }

    private BitSet ofSuperType(@Nullable ClassLoader loader, String name, int depth) {
        if (name.equals(OBJECT)) {
            return naming(name);
        }
        ClassLoader asked = JdkClasses.isCore(name) ? null : loader;
        BitSet found = known.find(asked, name);
        if (found != null) {
            return found;
        }
        if (depth > DEEPEST || asking.get() != null) {
            return naming(name);
        }
        ClassReader classFile = read(asked, name);
        BitSet holding = classFile == null ? naming(name) : of(loader, classFile, depth + 1);
        known.put(asked, name, holding);
        return holding;
    }

    private @Nullable ClassReader read(@Nullable ClassLoader loader, String name) {
        asking.set(Boolean.TRUE);
        try {
            byte[] classFile = classFiles.find(loader, name);
            return classFile == null ? null : ClassFiles.headerReader(classFile);
        } catch (RuntimeException unreadable) {
            return null;
        } finally {
            asking.remove();
        }
    }

    private static BitSet union(BitSet some, BitSet others) {
        if (some.isEmpty()) {
            return others;
        }
        if (others.isEmpty()) {
            return some;
        }
        BitSet all = (BitSet) some.clone();
        all.or(others);
        return all;
    }
}
