package io.echotrace.agent.weave;

import io.echotrace.agent.host.Notices;
import io.echotrace.agent.host.Privileged;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.ClassFileVersion;
import org.jspecify.annotations.Nullable;

/**
 * Weaves classes as the JVM defines them, or defines them again; what it does not touch, or cannot, stays as it is. Loads
 * no class of the host and throws nothing. Run by the host's threads.
 */
final class WeavingTransformer implements ClassFileTransformer {
    private static final int MAJOR_VERSION = 7;

    private final TimedGroups groups;
    private final TimedMethods methods;
    private final ClassWeaver weaver;
    private final Notices notices;
    private final IgnoredClasses ignored = new IgnoredClasses();
    private final int newestVersion = ClassFileVersion.latest().getMajorVersion();

    /** The names of the classes that are woven. */
    private final Set<String> woven = ConcurrentHashMap.newKeySet();
    /** The kinds of trouble that have been told of. */
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    /** The thread weaves: classes that are loaded for that are none to weave. */
    private final ThreadLocal<Boolean> weaving = new ThreadLocal<>();

    WeavingTransformer(TimedGroups groups, TimedMethods methods, ClassWeaver weaver, Notices notices) {
        this.groups = groups;
        this.methods = methods;
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
            String name = internalName == null ? null : internalName.replace('/', '.');
            return name == null || !isCandidate(loader, name) ? null : weaveOnce(loader, name, classFile);
        } catch (Throwable failure) {
            return null; // not even its telling has worked
        }
    }

    /** Whether the class may be one to weave, by its name. */
    boolean isCandidate(@Nullable ClassLoader loader, String name) {
        return groups.mayContain(name)
                && !ignored.contains(loader, name)
                && (!ignored.isOfTheJdk(loader, name) || groups.names(name));
    }

    /** The names of the classes that have been woven, and still are. */
    Set<String> woven() {
        return Collections.unmodifiableSet(woven);
    }

    private byte @Nullable [] weaveOnce(@Nullable ClassLoader loader, String name, byte[] classFile) {
        if (weaving.get() != null) {
            return null;
        }
        weaving.set(true);
        try {
            return Privileged.call(() -> weave(loader, name, classFile));
        } finally {
            weaving.remove();
        }
    }

    private byte @Nullable [] weave(@Nullable ClassLoader loader, String name, byte[] classFile) {
        try {
            int version = classFile[MAJOR_VERSION] & 0xff;
            if (version > newestVersion) {
                notices.debug(name + " is not timed: its class file is of version " + version);
                return null;
            }
            Map<String, ChosenMethod> chosen = choose(loader, name, classFile);
            if (chosen.isEmpty()) {
                woven.remove(name);
                return null;
            }
            byte[] result = weaver.weave(name, classFile, chosen);
            woven.add(name);
            return result;
        } catch (Throwable failure) {
            tell(name, failure);
            return null;
        }
    }

    private Map<String, ChosenMethod> choose(@Nullable ClassLoader loader, String name, byte[] classFile) {
        Map<String, Integer> found = groups.find(loader, name, classFile);
        if (found.isEmpty()) {
            return Collections.emptyMap();
        }
        Set<String> weavable = WeavableMethods.in(classFile);
        Map<String, ChosenMethod> chosen = new HashMap<>();
        found.forEach((method, group) -> {
            String label = name + '#' + method.substring(0, method.indexOf('('));
            if (weavable.contains(method) && !methods.isExcluded(label)) {
                chosen.put(method, new ChosenMethod(group, methods.numberOf(label, group)));
            }
        });
        return chosen;
    }

    /** One line for each kind of trouble, however many classes have it. */
    private void tell(String name, Throwable failure) {
        if (told.add(failure.getClass().getName())) {
            notices.warn("not timed: " + name + ", because of " + failure);
        }
        notices.debug(failure);
    }
}
