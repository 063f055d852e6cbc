package io.echotrace.agent.weave;

import io.echotrace.agent.pattern.ClassMatch;
import io.echotrace.agent.pattern.MethodGroup;
import java.io.IOException;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.implementation.bytecode.constant.IntegerConstant;
import org.jspecify.annotations.Nullable;

/** What is woven into the methods of one group. Made once for a run, and thread-safe. */
final class GroupAdvice {
    private final MethodGroup group;
    private final TimedMethods methods;
    private final Advice timing;
    /** Null where each call counts. */
    private final @Nullable Advice continuing;

    /**
     * @param recorder the name of the recorder's class as woven code finds it
     * @param slot the recorder's slot for the group
     */
    GroupAdvice(MethodGroup group, int slot, String recorder, TimedMethods methods) throws IOException {
        this.group = group;
        this.methods = methods;
        timing = advice(group.outermostOnly() ? TimedOutermostCall.class : TimedCall.class, slot, recorder);
        continuing = group.outermostOnly() ? advice(TimedContinuation.class, slot, recorder) : null;
    }

    /** What is woven into the method of the class: it is timed, or nothing counts within it; null for nothing. */
    @Nullable Advice of(ClassMatch match, TypeDescription type, MethodDescription method) {
        if (isTimed(match, type, method)) {
            return timing;
        }
        return match.continued(method.getInternalName(), method.getDescriptor()).contains(group) ? continuing : null;
    }

    /** Whether the method counts in this group, and has not been called too often since. */
    private boolean isTimed(ClassMatch match, TypeDescription type, MethodDescription method) {
        return match.group(method.getInternalName(), method.getDescriptor()) == group
                && !methods.isExcluded(name(type, method));
    }

    /** What has been woven into the methods of that name has not become their code. */
    void withdraw(String className, String method) {
        methods.withdraw(name(className, method));
    }

    private Advice advice(Class<?> type, int slot, String recorder) throws IOException {
        byte[] renamed = RecorderName.replace(ClassBytes.of(type), recorder);
        return Advice.withCustomMapping()
                .bind(TimedCall.Slot.class, (timed, method, assigner, arguments, sort) -> constant(slot))
                .bind(
                        TimedCall.MethodNumber.class,
                        (timed, method, assigner, arguments, sort) ->
                                constant(methods.numberOf(name(timed, method), group)))
                .to(TypeDescription.ForLoadedType.of(type), ClassFileLocator.Simple.of(type.getName(), renamed));
    }

    /** Not bound as a value, for which Byte Buddy would load a dozen classes more. */
    private static Advice.OffsetMapping.Target constant(int value) {
        return new Advice.OffsetMapping.Target.ForStackManipulation(IntegerConstant.forValue(value));
    }

    private static String name(TypeDescription type, MethodDescription method) {
        return name(type.getName(), method.getInternalName());
    }

    private static String name(String className, String method) {
        return className + '#' + method;
    }
}
