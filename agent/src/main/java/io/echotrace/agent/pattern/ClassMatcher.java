package io.echotrace.agent.pattern;

import java.util.BitSet;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Decides which methods of a class the patterns mean. It loads no class of the host: what is not known of super types it
 * reads from class files, through the loader of the class; what cannot be read is no match. Of the JDK's own classes, only
 * those match that a pattern names, not those that extend a type or bear an annotation.
 *
 * <p>Thread-safe, without a lock held while a loader is asked; may be asked again by the same thread while a loader answers.
 * It ends with the run of the agent: it remembers what it read.
 */
public final class ClassMatcher {
    private final MethodPatterns patterns;
    private final TypeHierarchy hierarchy;
    private final ResourceLookup classFiles;
    private final boolean byNameOnly;
    private final boolean byAnnotation;
    private final ClassLoader platform = JdkClasses.platformLoader();

    /** Knows nothing yet of any class. */
    public ClassMatcher(MethodPatterns patterns) {
        this(patterns, new ClassFiles());
    }

    ClassMatcher(MethodPatterns patterns, ResourceLookup classFiles) {
        this.patterns = patterns;
        this.classFiles = classFiles;
        hierarchy = new TypeHierarchy(patterns.rules(), classFiles);
        byAnnotation = hasAny(Rule.Kind.ANNOTATION);
        byNameOnly = !byAnnotation && !hasAny(Rule.Kind.SUPER_TYPE);
    }

    /**
     * Whether a class may have methods to time, by its name alone: for all classes but those that it names, the answer is
     * no where no pattern tells classes by anything else. Allocates nothing.
     *
     * @param internalName as in class files, with slashes
     */
    public boolean mayMatch(String internalName) {
        for (Selection exclusion : patterns.exclusions()) {
            if (isWholeClass(exclusion, internalName)) {
                return mayContinue(internalName);
            }
        }
        return (!byNameOnly && !JdkClasses.isCore(internalName)) || isNamed(internalName);
    }

    /**
     * Whether a class that is loaded already may have methods to time. No annotation of it is resolved: its class file is
     * read where patterns tell methods by their annotations.
     */
    public boolean mayMatch(Class<?> loaded) {
        String name = loaded.getName().replace('.', '/');
        if (loaded.isArray() || loaded.isPrimitive() || !mayMatch(name)) {
            return false;
        }
        if (isNamed(name)) {
            return true;
        }
        return !JdkClasses.isJdkLoader(loaded.getClassLoader(), platform) && mayMatchOtherwise(loaded, name);
    }

    /** Whether it may take a class file to be read to tell whether a class that is loaded already may match. */
    public boolean readsLoadedClasses() {
        return byAnnotation;
    }

    /**
     * The methods to time.
     *
     * @param loader the one that is defining the class, or has; null for the JVM's own
     * @param internalName as in class files, with slashes
     * @param loaded the class where it is there already, whose super types are then asked of it; null while it is loaded
     * @param classFile not changed
     */
    public ClassMatch match(
            @Nullable ClassLoader loader, String internalName, @Nullable Class<?> loaded, byte[] classFile) {
        try {
            return mayMatch(internalName) ? read(loader, internalName, loaded, classFile) : ClassMatch.NONE;
        } catch (RuntimeException | LinkageError | StackOverflowError unreadable) {
            return ClassMatch.NONE;
        }
    }

    private ClassMatch read(
            @Nullable ClassLoader loader, String internalName, @Nullable Class<?> loaded, byte[] classFile) {
        ClassReader reader = ClassFiles.reader(classFile);
        if (reader == null) {
            return ClassMatch.TOO_NEW;
        }
        boolean isJdk = JdkClasses.isJdkLoader(loader, platform);
        Candidate candidate = new Candidate(loader, internalName, loaded, reader, isJdk, hierarchy);
        BitSet holding = new BitSet();
        if (!collectIncluded(candidate, holding)) {
            return ClassMatch.NONE;
        }
        collectExcluded(candidate, holding);
        MethodScan scan = new MethodScan(patterns, holding);
        reader.accept(scan, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return scan.match();
    }

    private boolean collectIncluded(Candidate candidate, BitSet holding) {
        boolean some = false;
        for (Selection selection : patterns.selections()) {
            some |= candidate.collect(selection.rules(), holding);
            some |= candidate.collect(selection.continuations(), holding);
        }
        return some;
    }

    private void collectExcluded(Candidate candidate, BitSet holding) {
        for (Selection selection : patterns.selections()) {
            candidate.collect(selection.exceptions(), holding);
        }
        for (Selection exclusion : patterns.exclusions()) {
            candidate.collect(exclusion.rules(), holding);
            candidate.collect(exclusion.exceptions(), holding);
        }
    }

    private boolean mayMatchOtherwise(Class<?> loaded, String name) {
        try {
            return !hierarchy.of(loaded).isEmpty() || (byAnnotation && mayBearAnnotation(loaded, name));
        } catch (RuntimeException | LinkageError | StackOverflowError unreadable) {
            return false;
        }
    }

    private boolean mayBearAnnotation(Class<?> loaded, String name) {
        byte[] classFile = classFiles.find(loaded.getClassLoader(), name);
        ClassReader reader = classFile == null ? null : ClassFiles.reader(classFile);
        if (reader == null) {
            return false;
        }
        for (Rule rule : patterns.rules()) {
            if (rule.kind() == Rule.Kind.ANNOTATION && AnnotationNames.mayBear(reader, rule.types())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a pattern names the class, or names it as the super type of others. */
    private boolean isNamed(String internalName) {
        for (Selection selection : patterns.selections()) {
            if (isNamed(selection.rules(), internalName) || isNamed(selection.continuations(), internalName)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamed(List<Rule> rules, String internalName) {
        for (Rule rule : rules) {
            if (rule.kind() != Rule.Kind.ANNOTATION && rule.types().matches(internalName)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWholeClass(Selection selection, String internalName) {
        if (!selection.exceptions().isEmpty()) {
            return false;
        }
        for (Rule rule : selection.rules()) {
            if (rule.isWholeClass(internalName)) {
                return true;
            }
        }
        return false;
    }

    /** Whether requests that are counted elsewhere may go on in the class, though none of its methods is to be timed. */
    private boolean mayContinue(String internalName) {
        for (Selection selection : patterns.selections()) {
            for (Rule rule : selection.continuations()) {
                boolean named = rule.kind() == Rule.Kind.NAME;
                if (named ? rule.types().matches(internalName) : !JdkClasses.isCore(internalName)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean hasAny(Rule.Kind kind) {
        for (Rule rule : patterns.rules()) {
            if (rule.kind() == kind) {
                return true;
            }
        }
        return false;
    }
}
