package io.echotrace.agent.weave;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** As {@link TimedCall}, for a group of which only those calls count that are not within another of the group. */
final class TimedOutermostCall {
    private TimedOutermostCall() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static long enter(@TimedCall.Slot int slot, @TimedCall.MethodNumber int method) {
        return CallRecorder.enterOutermost(slot, method);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(@TimedCall.Slot int slot, @Advice.Enter long start, @Advice.Thrown @Nullable Throwable thrown) {
        CallRecorder.exitOutermost(slot, start, thrown != null);
    }
}
