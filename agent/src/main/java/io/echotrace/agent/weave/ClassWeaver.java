package io.echotrace.agent.weave;

import io.echotrace.agent.pattern.ClassMatch;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.TypeResolutionStrategy;
import net.bytebuddy.dynamic.scaffold.InstrumentedType;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * Weaves the timing into the methods of a class file, with Byte Buddy, and looks at no other class for it. What is woven
 * is inlined, adds no member, and keeps its own failures to itself. Thread-safe.
 */
final class ClassWeaver {
    /** Told the version, it does not ask the JVM for it, and without a graph of methods for no other class. */
    private final ByteBuddy byteBuddy = new ByteBuddy(ClassFileVersion.JAVA_V8)
            .with(TypeValidation.DISABLED)
            .with(InstrumentedType.Factory.Default.FROZEN)
            .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE)
            .with(Implementation.Context.Disabled.Factory.INSTANCE);

    private final List<GroupAdvice> groups;

    ClassWeaver(List<GroupAdvice> groups) {
        this.groups = new ArrayList<>(groups);
    }

    /** The class file with the timing woven in; null if none of the methods is to be timed any longer. */
    byte @Nullable [] weave(String className, byte[] classFile, ClassMatch match) {
        ClassFileLocator locator = ClassFileLocator.Simple.of(className, classFile);
        TypePool pool = new TypePool.Default.WithLazyResolution(
                new TypePool.CacheProvider.Simple(), locator, TypePool.Default.ReaderMode.FAST);
        TypeDescription type = pool.describe(className).resolve();
        DynamicType.Builder<?> builder = byteBuddy.decorate(type, locator);
        Weave weave = new Weave();
        for (GroupAdvice group : groups) {
            builder = builder.visit(group.timing(match, weave));
            AsmVisitorWrapper continuing = group.continuing(match, weave);
            builder = continuing == null ? builder : builder.visit(continuing);
        }
        byte[] woven =
                builder.make(TypeResolutionStrategy.Disabled.INSTANCE, pool).getBytes();
        return weave.changed ? woven : null;
    }
}
