package io.echotrace.agent.weave;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * What is woven around a method: the bodies of these two, inlined, with the numbers of the method and of its slot as
 * constants. Never called.
 */
final class TimedCall {
    /** The slot of the group that the method is counted in. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Slot {}

    /** The number of the method in {@link TimedMethods}. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface MethodNumber {}

    private TimedCall() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static long enter(@Slot int slot, @MethodNumber int method) {
        return CallRecorder.enter(slot, method);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(@Slot int slot, @Advice.Enter long start, @Advice.Thrown @Nullable Throwable thrown) {
        if (start != 0) {
            try {
                CallRecorder.exit(slot, start, thrown != null);
            } catch (Throwable noStack) {
                CallRecorder.LOST[slot]++;
            }
        }
    }
}
