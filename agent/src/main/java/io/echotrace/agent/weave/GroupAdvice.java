package io.echotrace.agent.weave;

import io.echotrace.agent.pattern.ClassMatch;
import io.echotrace.agent.pattern.MethodGroup;
import java.io.IOException;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
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

    /** Changes the methods of a class that are timed in this group, and tells the weave of each. */
    AsmVisitorWrapper timing(ClassMatch match, Weave weave) {
        return timing.on(method -> {
            boolean timed = match.group(method.getInternalName(), method.getDescriptor()) == group
                    && !methods.isExcluded(name(method.getDeclaringType().asErasure(), method));
            weave.changed |= timed;
            return timed;
        });
    }

    /** The same for those within which nothing counts in this group; null if there cannot be any. */
    @Nullable AsmVisitorWrapper continuing(ClassMatch match, Weave weave) {
        return continuing == null
                ? null
                : continuing.on(method -> {
                    boolean continued = match.continued(method.getInternalName(), method.getDescriptor())
                            .contains(group);
                    weave.changed |= continued;
                    return continued;
                });
    }

    private Advice advice(Class<?> type, int slot, String recorder) throws IOException {
        byte[] renamed = RecorderName.replace(ClassBytes.of(type), recorder);
        return Advice.withCustomMapping()
                .bind(TimedCall.Slot.class, slot)
                .bind(
                        TimedCall.Number.class,
                        (timed, method, assigner, arguments, sort) ->
                                new Advice.OffsetMapping.Target.ForStackManipulation(
                                        IntegerConstant.forValue(methods.numberOf(name(timed, method), group))))
                .to(TypeDescription.ForLoadedType.of(type), ClassFileLocator.Simple.of(type.getName(), renamed));
    }

    private static String name(TypeDescription type, MethodDescription method) {
        return type.getName() + '#' + method.getInternalName();
    }
}
