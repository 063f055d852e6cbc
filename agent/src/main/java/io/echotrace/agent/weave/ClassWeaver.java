package io.echotrace.agent.weave;

import io.echotrace.agent.pattern.ClassMatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.scaffold.TypeInitializer;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.auxiliary.AuxiliaryType;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodTooLargeException;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Weaves the timing into the methods of a class file, and looks at no other class for it. What is woven is inlined by Byte
 * Buddy's {@code Advice}, adds no member, and keeps its own failures to itself; methods that are not timed are copied as
 * they are. Thread-safe.
 *
 * <p>The advice is applied to ASM's visitor directly, as {@code ByteBuddy.decorate} does it in the end: the host's main
 * waits for the first class to be woven, and what {@code decorate} loads besides takes a third of that.
 */
final class ClassWeaver {
    private static final int NO_FLAGS = 0;

    private final List<GroupAdvice> groups;

    ClassWeaver(List<GroupAdvice> groups) {
        this.groups = new ArrayList<>(groups);
    }

    /**
     * The class file with the timing woven in; null if none of the methods is to be timed any longer. Methods that would be
     * longer than the JVM allows stay as they are.
     */
    byte @Nullable [] weave(String className, byte[] classFile, ClassMatch match) {
        Set<String> tooLarge = new HashSet<>();
        while (true) {
            try {
                return weave(className, classFile, match, tooLarge);
            } catch (MethodTooLargeException e) {
                if (!tooLarge.add(e.getMethodName() + e.getDescriptor())) {
                    throw e;
                }
                groups.forEach(group -> group.withdraw(className, e.getMethodName()));
            }
        }
    }

    private byte @Nullable [] weave(String className, byte[] classFile, ClassMatch match, Set<String> leftOut) {
        ClassReader reader = OpenedClassReader.of(classFile);
        ClassWriter writer = new ClassWriter(reader, NO_FLAGS); // with the reader, it copies what is not visited
        WovenClass woven = new WovenClass(writer, className, classFile, match, leftOut);
        reader.accept(woven, NO_FLAGS);
        return woven.changed ? writer.toByteArray() : null;
    }

    /** A class on its way through. */
    private final class WovenClass extends ClassVisitor {
        private final TypePool pool;
        private final TypeDescription type;
        private final Implementation.Context context;
        private final Map<String, MethodDescription> methods = new HashMap<>();
        private final ClassMatch match;
        private boolean changed;

        WovenClass(ClassVisitor next, String className, byte[] classFile, ClassMatch match, Set<String> leftOut) {
            super(OpenedClassReader.ASM_API, next);
            this.match = match;
            pool = new TypePool.Default.WithLazyResolution(
                    new TypePool.CacheProvider.Simple(),
                    ClassFileLocator.Simple.of(className, classFile),
                    TypePool.Default.ReaderMode.FAST);
            type = pool.describe(className).resolve();
            for (MethodDescription method : type.getDeclaredMethods()) {
                methods.put(method.getInternalName() + method.getDescriptor(), method);
            }
            methods.keySet().removeAll(leftOut);
            ClassFileVersion version = ClassFileVersion.ofClassFile(classFile);
            context = Implementation.Context.Disabled.Factory.INSTANCE.make(
                    type,
                    new AuxiliaryType.NamingStrategy.Enumerating("unused"),
                    TypeInitializer.None.INSTANCE,
                    version,
                    version,
                    version.isAtLeast(ClassFileVersion.JAVA_V6)
                            ? Implementation.Context.FrameGeneration.GENERATE
                            : Implementation.Context.FrameGeneration.DISABLED);
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            MethodVisitor original = super.visitMethod(access, name, descriptor, signature, exceptions);
            MethodDescription method = methods.get(name + descriptor);
            MethodVisitor visitor = original;
            for (GroupAdvice group : groups) {
                Advice advice = method == null ? null : group.of(match, type, method);
                if (method != null && advice != null) {
                    visitor = advice.wrap(type, method, visitor, context, pool, NO_FLAGS, NO_FLAGS);
                }
            }
            changed |= visitor != original;
            return visitor;
        }
    }
}
