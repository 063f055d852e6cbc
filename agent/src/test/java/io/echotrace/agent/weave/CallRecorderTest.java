package io.echotrace.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.echotrace.agent.pattern.MethodPatterns;
import io.echotrace.probe.CallCounts;
import io.echotrace.probe.DurationBuckets;
import io.echotrace.probe.UnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class CallRecorderTest {
    private static final int METHOD = 0;

    private final Recorder recorder = new Recorder(CallRecorder.class);

    CallRecorderTest() throws ReflectiveOperationException {}

    @Test
    void buckets_areThoseOfTheProbe() {
        assertThat(CallRecorder.BUCKET_COUNT).isEqualTo(DurationBuckets.COUNT);
        for (long nanos = 0; nanos < 1L << 45; nanos += 1 + nanos / 257) {
            assertThat(CallRecorder.bucket(nanos)).isEqualTo(DurationBuckets.of(nanos));
        }
        for (int shift = 0; shift < 63; shift++) {
            for (long nanos : new long[] {(1L << shift) - 1, 1L << shift, (1L << shift) + 1}) {
                assertThat(CallRecorder.bucket(nanos)).isEqualTo(DurationBuckets.of(nanos));
            }
        }
        assertThat(CallRecorder.bucket(-1)).isZero();
        assertThat(CallRecorder.bucket(Long.MAX_VALUE)).isEqualTo(CallRecorder.BUCKET_COUNT - 1);
    }

    @Test
    void everyCall_counts_whateverOtherThreadsDo() throws Exception {
        int threads = 8;
        int callsEach = 100_000;
        SlotSource source = source(false);
        CountDownLatch start = new CountDownLatch(1);
        AtomicInteger errors = new AtomicInteger();
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int every = i + 2;
            running.add(new Thread(() -> {
                awaitQuietly(start);
                for (int call = 0; call < callsEach; call++) {
                    boolean thrown = call % every == 0;
                    errors.addAndGet(thrown ? 1 : 0);
                    CallRecorder.exit(source.slot(), CallRecorder.enter(source.slot(), METHOD), thrown);
                }
            }));
        }
        running.forEach(Thread::start);
        start.countDown();
        CallCounts counts = new CallCounts();
        while (running.stream().anyMatch(Thread::isAlive)) { // read while it is written
            source.drainTo(counts);
        }
        source.drainTo(counts);
        assertThat(counts.calls()).isEqualTo((long) threads * callsEach);
        assertThat(counts.errors()).isEqualTo(errors.get());
        assertThat(counts.inFlight()).isZero();
    }

    @Test
    void quantiles_areWithinTwoPercent_andTheLongestIsExact() throws Exception {
        SlotSource source = source(false);
        long opened = System.nanoTime();
        await().until(() -> System.nanoTime() - opened > 10_000_000L); // of calls from before it knows nothing
        long most = 0;
        for (int call = 1; call <= 10_000; call++) {
            most = Math.max(most, exitAfter(source.slot(), call * 1_000L));
        }
        CallCounts counts = drained(source);
        assertThat(counts.quantileNanos(0.5)).isBetween(4_900_000.0, 5_100_000.0);
        assertThat(counts.quantileNanos(0.99)).isBetween(9_702_000.0, 10_098_000.0);
        assertThat((double) counts.longestNanos()).isBetween(10_000_000.0, most * (1 + 1e-6));
        assertThat(drained(source).longestNanos()).isZero();
    }

    @Test
    void callsUnderWay_areInFlight() throws Exception {
        SlotSource source = source(false);
        long first = CallRecorder.enter(source.slot(), METHOD);
        long second = CallRecorder.enter(source.slot(), METHOD);
        assertThat(drained(source).inFlight()).isEqualTo(2);
        CallRecorder.exit(source.slot(), second, false);
        assertThat(drained(source).inFlight()).isEqualTo(1);
        CallRecorder.exit(source.slot(), first, true);
        assertThat(drained(source).inFlight()).isZero();
    }

    @Test
    void recursion_countsEachCall() throws Exception {
        SlotSource source = source(false);
        descend(source.slot(), 10);
        assertThat(drained(source).calls()).isEqualTo(10);
    }

    @Test
    void recursion_countsOnce_whereOnlyTheOutermostCallCounts() throws Exception {
        SlotSource source = source(true);
        descendOutermost(source.slot(), 10);
        descendOutermost(source.slot(), 10);
        CallCounts counts = drained(source);
        assertThat(counts.calls()).isEqualTo(2);
        assertThat(counts.inFlight()).isZero();
    }

    /** Containers catch what a servlet throws, and are themselves the outermost call. */
    @Test
    void failureWithin_isOneOfTheOutermostCall_andOfNoLaterOne() throws Exception {
        SlotSource source = source(true);
        long thread = CallRecorder.threadId();
        long start = CallRecorder.enterOutermost(source.slot(), METHOD, thread);
        CallRecorder.failWithin(source.slot(), thread);
        CallRecorder.failWithin(source.slot(), thread);
        CallRecorder.exitOutermost(source.slot(), start, thread, false);
        CallRecorder.failWithin(source.slot(), thread);
        descendOutermost(source.slot(), 2);
        CallCounts counts = drained(source);
        assertThat(counts.calls()).isEqualTo(2);
        assertThat(counts.errors()).isEqualTo(1);
    }

    @Test
    void nothingCounts_withinAContinuation() throws Exception {
        SlotSource source = source(true);
        assertThat(CallRecorder.enterUncounted(source.slot(), CallRecorder.threadId()))
                .isTrue();
        assertThat(CallRecorder.enterUncounted(source.slot(), CallRecorder.threadId()))
                .isFalse();
        descendOutermost(source.slot(), 3);
        CallRecorder.exitUncounted(source.slot(), CallRecorder.threadId());
        assertThat(drained(source).calls()).isZero();
        descendOutermost(source.slot(), 3);
        assertThat(drained(source).calls()).isEqualTo(1);
    }

    /** A line of the table has eight places, and is chosen by the last nine bits of a thread's id. */
    @Test
    void outermostCalls_areKnown_howeverManyThreadsShareALine() throws Exception {
        int inside = 20;
        SlotSource source = source(true);
        CountDownLatch entered = new CountDownLatch(inside);
        CountDownLatch leave = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        while (threads.size() < inside) {
            Thread thread = new Thread(() -> stayInside(source.slot(), entered, leave));
            if (thread.getId() % 512 == 7) {
                thread.start();
                threads.add(thread);
            }
        }
        entered.await();
        assertThat(drained(source).inFlight()).isEqualTo(inside);
        assertThat(recorder.cells(source.slot()).get(CallRecorder.UNPLACED)).isEqualTo(inside - 9); // one owns a stripe
        leave.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        CallCounts counts = drained(source);
        assertThat(counts.calls()).isEqualTo(inside);
        assertThat(counts.errors()).isEqualTo(inside);
        assertThat(counts.inFlight()).isZero();
        assertThat(recorder.cells(source.slot()).get(CallRecorder.STRAYS)).isZero();
        assertThat(recorder.cells(source.slot()).get(CallRecorder.UNPLACED)).isZero();
    }

    @Test
    void returnsOfAnEarlierRun_countForNothing() throws Exception {
        SlotSource earlier = source(false);
        long start = CallRecorder.enter(earlier.slot(), METHOD);
        recorder.close(earlier.slot());
        SlotSource later = source(false);
        CallRecorder.exit(earlier.slot(), start, false);
        assertThat(CallRecorder.enter(earlier.slot(), METHOD)).isZero();
        assertThat(later.slot()).isNotEqualTo(earlier.slot());
        assertThat(drained(later).calls()).isZero();
    }

    @Test
    void returnsOfAnEarlierRun_countForNothing_whenTheirSlotIsOpenAgain() throws Exception {
        SlotSource earlier = source(true);
        int slot = earlier.slot();
        long thread = CallRecorder.threadId();
        long plain = CallRecorder.enter(slot, METHOD);
        long outermost = CallRecorder.enterOutermost(slot, METHOD, thread);
        recorder.close(slot);
        SlotSource later = reopened(slot);
        CallRecorder.exit(slot, plain, false);
        CallRecorder.exitOutermost(slot, outermost, thread, false);
        CallRecorder.exitUncounted(slot, thread);
        CallCounts counts = drained(later);
        assertThat(counts.calls()).isZero();
        assertThat(counts.inFlight()).isZero();
        assertThat(recorder.cells(slot).get(CallRecorder.STRAYS)).isZero();
        descendOutermost(slot, 3);
        assertThat(drained(later).calls()).isEqualTo(1);
        recorder.close(slot);
    }

    @Test
    void openSlots_areNotGivenAgain() throws Exception {
        SlotSource open = source(false);
        List<Integer> given = new ArrayList<>();
        for (int i = 0; i <= CallRecorder.SLOTS; i++) {
            int slot = source(false).slot();
            given.add(slot);
            recorder.close(slot);
        }
        assertThat(given).doesNotContain(open.slot());
    }

    @Test
    void groupWithoutMethods_isUnavailable_untilOneIsTimed() throws Exception {
        AtomicBoolean timed = new AtomicBoolean();
        SlotSource source = new SlotSource(
                MethodPatterns.parse("com.acme.Shop#checkout").groups().get(0), recorder, timed::get);
        assertThatThrownBy(() -> drained(source))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("matches nothing so far");
        timed.set(true);
        descend(source.slot(), 1);
        assertThat(drained(source).calls()).isEqualTo(1);
        timed.set(false); // as it is called too often
        assertThat(drained(source).calls()).isZero();
    }

    /** The length of a call is there before the call, so that a reader in between takes it too early. */
    @Test
    void quantiles_areNeverAboveTheLongest() throws Exception {
        SlotSource source = source(false);
        descend(source.slot(), 1);
        AtomicIntegerArray cells = recorder.cells(source.slot());
        for (int cell = CallRecorder.LONGEST; cell < cells.length(); cell += CallRecorder.STRIDE) {
            cells.set(cell, 0);
        }
        CallCounts counts = drained(source);
        assertThat(counts.quantileNanos(0.99)).isPositive().isLessThanOrEqualTo(counts.longestNanos() + 1.0);
    }

    @Test
    void calls_areCountedByMethod_whileHunted() throws Exception {
        SlotSource source = source(false);
        int[] counts = new int[3];
        recorder.hunt(counts);
        CallRecorder.enter(source.slot(), 2);
        CallRecorder.enterOutermost(source.slot(), 1, CallRecorder.threadId());
        CallRecorder.enter(source.slot(), 3); // woven since
        recorder.hunt(null);
        CallRecorder.enter(source.slot(), 2);
        assertThat(counts).containsExactly(0, 1, 1);
    }

    private static void stayInside(int slot, CountDownLatch entered, CountDownLatch leave) {
        long start = CallRecorder.enterOutermost(slot, METHOD, CallRecorder.threadId());
        descendOutermost(slot, 2);
        entered.countDown();
        awaitQuietly(leave);
        descendOutermost(slot, 2);
        CallRecorder.failWithin(slot, CallRecorder.threadId());
        descendOutermost(slot, 2);
        CallRecorder.exitOutermost(slot, start, CallRecorder.threadId(), false);
    }

    /** Returns what the call cannot have been longer than. */
    private static long exitAfter(int slot, long nanos) {
        CallRecorder.enter(slot, METHOD);
        long start = System.nanoTime() - nanos;
        CallRecorder.exit(slot, start, false);
        return System.nanoTime() - start;
    }

    private static void descend(int slot, int depth) {
        if (depth > 0) {
            long start = CallRecorder.enter(slot, METHOD);
            descend(slot, depth - 1);
            CallRecorder.exit(slot, start, false);
        }
    }

    private static void descendOutermost(int slot, int depth) {
        if (depth > 0) {
            long thread = CallRecorder.threadId();
            long start = CallRecorder.enterOutermost(slot, METHOD, thread);
            descendOutermost(slot, depth - 1);
            if (start != 0) { // as woven code does
                CallRecorder.exitOutermost(slot, start, thread, false);
            }
        }
    }

    private SlotSource source(boolean outermost) throws ReflectiveOperationException {
        String pattern = outermost ? "@http" : "com.acme.Shop#checkout";
        return new SlotSource(MethodPatterns.parse(pattern).groups().get(0), recorder, () -> true);
    }

    /** The turn of a slot comes when all others have had theirs. */
    private SlotSource reopened(int slot) throws ReflectiveOperationException {
        SlotSource source = source(true);
        while (source.slot() != slot) {
            recorder.close(source.slot());
            source = source(true);
        }
        return source;
    }

    private static CallCounts drained(SlotSource source) {
        CallCounts counts = new CallCounts();
        source.drainTo(counts);
        return counts;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
