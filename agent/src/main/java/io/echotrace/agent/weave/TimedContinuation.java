package io.echotrace.agent.weave;

import net.bytebuddy.asm.Advice;

/**
 * As {@link TimedCall}, for methods that go on with a call that has been counted on another thread: it is not counted
 * again, and neither is what it calls of the group.
 */
final class TimedContinuation {
    private TimedContinuation() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@TimedCall.Slot int slot) {
        return CallRecorder.enterUncounted(slot);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(@TimedCall.Slot int slot, @Advice.Enter boolean entered) {
        if (entered) {
            CallRecorder.exitUncounted(slot);
        }
    }
}
