package io.echotrace.agent.weave;

import io.echotrace.agent.host.Notices;
import io.echotrace.agent.host.Privileged;
import io.echotrace.agent.pattern.ClassMatch;
import io.echotrace.agent.pattern.ClassMatcher;
import io.echotrace.agent.pattern.MethodPatterns;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Weaves classes as the JVM defines them, or defines them again; what it does not touch, or cannot, stays as it is. Loads
 * no class of the host and throws nothing. Run by the host's threads.
 */
final class WeavingTransformer implements ClassFileTransformer {
    private final MethodPatterns patterns;
    private final ClassMatcher matcher;
    private final ClassWeaver weaver;
    private final Notices notices;
    private final IgnoredClasses ignored = new IgnoredClasses();

    /** The names of the classes that are woven. */
    private final Set<String> woven = ConcurrentHashMap.newKeySet();
    /** The kinds of trouble that have been told of. */
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    /** The thread weaves: classes that are loaded for that are none to weave. */
    private final ThreadLocal<Boolean> weaving = new ThreadLocal<>();

    WeavingTransformer(MethodPatterns patterns, ClassWeaver weaver, Notices notices) {
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

    /** Whether the class has been woven, or one of the same name. */
    boolean hasWoven(Class<?> loaded) {
        return woven.contains(loaded.getName());
    }

    private boolean isCandidate(@Nullable ClassLoader loader, String internalName) {
        if (!matcher.mayMatch(internalName)) {
            return false;
        }
        String name = internalName.replace('/', '.');
        return !ignored.contains(loader, name)
                && (!ignored.isOfTheJdk(loader, name) || patterns.nameInFull(internalName));
    }

    private byte @Nullable [] weaveOnce(
            @Nullable ClassLoader loader, String internalName, @Nullable Class<?> redefined, byte[] classFile) {
        if (weaving.get() != null) {
            return null;
        }
        weaving.set(true);
        try {
            return Privileged.call(() -> weave(loader, internalName, redefined, classFile));
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
                notices.debug(name + " is not timed: its class file is newer than what this EchoTrace knows");
            }
            byte[] result = match.isEmpty() ? null : weaver.weave(name, classFile, match);
            if (result == null) {
                woven.remove(name);
            } else {
                woven.add(name);
            }
            return result;
        } catch (Throwable failure) {
            tell(name, failure);
            return null;
        }
    }

    /** One line for each kind of trouble, however many classes have it. */
    private void tell(String name, Throwable failure) {
        if (told.add(failure.getClass().getName())) {
            notices.warn("not timed: " + name + ", because of " + failure);
        }
        notices.debug(failure);
    }
}
