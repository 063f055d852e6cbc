package io.echotrace.agent.weave;

import java.io.IOException;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.TypeResolutionStrategy;
import net.bytebuddy.dynamic.scaffold.InstrumentedType;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.bytecode.constant.IntegerConstant;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.pool.TypePool;

/**
 * Weaves the timing into the methods of a class file, with Byte Buddy, and looks at no other class for it. What is woven
 * is inlined, adds no member, and keeps its own failures to itself. Thread-safe.
 */
final class ClassWeaver {
    private final ByteBuddy byteBuddy = new ByteBuddy(ClassFileVersion.JAVA_V8)
            .with(TypeValidation.DISABLED)
            .with(InstrumentedType.Factory.Default.FROZEN)
            .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE)
            .with(Implementation.Context.Disabled.Factory.INSTANCE);

    private final String recorder;
    private final int[] slots;
    private final boolean[] outermost;

    /**
     * @param recorder the name of the recorder's class as woven code finds it
     * @param slots the recorder's slot of each group
     * @param outermost of each group, whether it counts outermost calls only
     */
    ClassWeaver(String recorder, int[] slots, boolean[] outermost) {
        this.recorder = recorder;
        this.slots = slots.clone();
        this.outermost = outermost.clone();
    }

    /**
     * The class file with the timing woven in.
     *
     * @param methods those to be timed, with name and descriptor in one: {@code checkout(I)V}
     */
    byte[] weave(String className, byte[] classFile, Map<String, ChosenMethod> methods) throws IOException {
        ClassFileLocator locator = ClassFileLocator.Simple.of(className, classFile);
        TypePool pool = new TypePool.Default.WithLazyResolution(
                new TypePool.CacheProvider.Simple(), locator, TypePool.Default.ReaderMode.FAST);
        TypeDescription type = pool.describe(className).resolve();
        return byteBuddy
                .decorate(type, locator)
                .visit(advice(TimedCall.class, methods).on(chosen(methods, false)))
                .visit(advice(TimedOutermostCall.class, methods).on(chosen(methods, true)))
                .make(TypeResolutionStrategy.Disabled.INSTANCE, pool)
                .getBytes();
    }

    private ElementMatcher<MethodDescription> chosen(Map<String, ChosenMethod> methods, boolean outermostOnly) {
        return method -> {
            ChosenMethod found = methods.get(key(method));
            return found != null && outermost[found.group] == outermostOnly;
        };
    }

    private Advice advice(Class<?> type, Map<String, ChosenMethod> methods) throws IOException {
        ClassFileLocator renamed =
                ClassFileLocator.Simple.of(type.getName(), RecorderName.replace(ClassBytes.of(type), recorder));
        return Advice.withCustomMapping()
                .bind(TimedCall.Slot.class, constant(methods, method -> slots[method.group]))
                .bind(TimedCall.Number.class, constant(methods, method -> method.number))
                .to(TypeDescription.ForLoadedType.of(type), renamed);
    }

    private static Advice.OffsetMapping constant(
            Map<String, ChosenMethod> methods, java.util.function.ToIntFunction<ChosenMethod> value) {
        return (type, method, assigner, arguments, sort) -> new Advice.OffsetMapping.Target.ForStackManipulation(
                IntegerConstant.forValue(value.applyAsInt(methods.get(key(method)))));
    }

    private static String key(MethodDescription method) {
        return method.getInternalName() + method.getDescriptor();
    }
}
