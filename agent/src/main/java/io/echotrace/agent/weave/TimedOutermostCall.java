package io.echotrace.agent.weave;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * As {@link TimedCall}, for a group of which only those calls count that are not within another of the group.
 *
 * <p>An exception out of one that does not count makes an error of that which does: containers keep those of what they call
 * to themselves.
 */
final class TimedOutermostCall {
    private TimedOutermostCall() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static long enter(
            @TimedCall.Slot int slot, @TimedCall.MethodNumber int method, @Advice.Local("thread") long thread) {
        thread = CallRecorder.threadId();
        return CallRecorder.enterOutermost(slot, method, thread);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(
            @TimedCall.Slot int slot,
            @Advice.Enter long start,
            @Advice.Local("thread") long thread,
            @Advice.Thrown @Nullable Throwable thrown) {
        if (start != 0) {
            try {
                CallRecorder.exitOutermost(slot, start, thread, thrown != null);
            } catch (Throwable noStack) {
                CallRecorder.LOST[slot]++;
                CallRecorder.STUCK[((int) thread + slot) & (CallRecorder.STUCK.length - 1)] = thread << 8 | slot;
            }
        } else if (thrown != null) {
            CallRecorder.failWithin(slot, thread);
        }
    }
}
