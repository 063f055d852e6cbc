package io.echotrace.agent.weave;

import io.echotrace.agent.pattern.ClassMatch;
import io.echotrace.agent.pattern.ClassMatcher;
import io.echotrace.agent.pattern.MethodPatterns;
import java.lang.instrument.ClassFileTransformer;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.security.ProtectionDomain;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Weaves classes as the JVM defines them, or defines them again; what it does not touch, or cannot, stays as it is. Loads
 * no class of the host and throws nothing. Run by the host's threads, which may hold any lock: it prints nothing.
 */
final class WeavingTransformer implements ClassFileTransformer {
    private final MethodPatterns patterns;
    private final ClassMatcher matcher;
    private final ClassWeaver weaver;
    private final WeavingNotices notices;
    private final IgnoredClasses ignored = new IgnoredClasses();
    private final WovenClasses woven = new WovenClasses();

    /** The thread weaves: a class that it loads for that is left for later, since a loader that is asked must not be again. */
    private final ThreadLocal<Boolean> weaving = new ThreadLocal<>();
    /** The names of the classes that have been left for later. */
    private final Set<String> missed = ConcurrentHashMap.newKeySet();

    private volatile boolean over;

    WeavingTransformer(MethodPatterns patterns, ClassWeaver weaver, WeavingNotices notices) {
        this.patterns = patterns;
        this.matcher = new ClassMatcher(patterns);
        this.weaver = weaver;
        this.notices = notices;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String internalName,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        try {
            return internalName != null && isCandidate(loader, internalName)
                    ? weaveOnce(loader, internalName, redefined, classFile)
                    : null;
        } catch (Throwable failure) {
            return null; // not even its telling has worked
        }
    }

    /** Whether a class that is loaded already may be one to weave. */
    boolean isCandidate(Class<?> loaded) {
        return isCandidate(loaded.getClassLoader(), loaded.getName().replace('.', '/')) && matcher.mayMatch(loaded);
    }

    /** Whether {@link #isCandidate(Class)} may read a class file for each class. */
    boolean readsLoadedClasses() {
        return matcher.readsLoadedClasses();
    }

    /** Whether the class has been woven, or may have been, there being too many to know. */
    boolean hasWoven(Class<?> loaded) {
        return woven.contains(loaded) || (woven.isFull() && isCandidate(loaded));
    }

    /** The names of the classes that were not woven because their thread was weaving another one; each once. */
    Set<String> takeMissed() {
        Set<String> taken = new HashSet<>(missed);
        missed.removeAll(taken);
        return taken;
    }

    /** Has nothing woven any longer, not even what is being woven now. */
    void close() {
        over = true;
    }

    private boolean isCandidate(@Nullable ClassLoader loader, String internalName) {
        if (!matcher.mayMatch(internalName)) {
            return false;
        }
        String name = internalName.replace('/', '.');
        if (!ignored.contains(loader, name)) {
            return !ignored.isOfTheJdk(loader, name) || patterns.nameInFull(internalName);
        }
        if (patterns.nameInFull(internalName)) {
            notices.add(name, "not timed: " + name + ", which is never, for the safety of the program", null);
        }
        return false;
    }

    private byte @Nullable [] weaveOnce(
            @Nullable ClassLoader loader, String internalName, @Nullable Class<?> redefined, byte[] classFile) {
        if (weaving.get() != null) {
            missed.add(internalName.replace('/', '.'));
            return null;
        }
        weaving.set(true);
        try {
            // No lambda, whose making would load classes of the JDK in the midst of the loading of another one.
            return AccessController.doPrivileged(new PrivilegedAction<byte @Nullable []>() {
                @Override
                public byte @Nullable [] run() {
                    return weave(loader, internalName, redefined, classFile);
                }
            });
        } finally {
            weaving.remove();
        }
    }

    private byte @Nullable [] weave(
            @Nullable ClassLoader loader, String internalName, @Nullable Class<?> redefined, byte[] classFile) {
        String name = internalName.replace('/', '.');
        try {
            ClassMatch match = matcher.match(loader, internalName, redefined, classFile);
            if (match.isTooNew()) {
                notices.add(
                        "too new",
                        "not timed: " + name + " and others like it, of a Java that is newer than this EchoTrace knows",
                        null);
            }
            byte[] result = match.isEmpty() ? null : weaver.weave(name, classFile, match);
            if (result != null) {
                woven.add(loader, name);
            }
            return over ? null : result;
        } catch (Throwable failure) {
            notices.add(failure.getClass().getName(), "not timed: " + name + ", because of " + failure, failure);
            return null;
        }
    }
}
