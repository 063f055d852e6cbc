package io.echotrace.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Occurrence.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StopMeterTest {
    private static final long MILLI = 1_000_000L;

    private final FakeCounters counters = new FakeCounters();
    private final StopMeter meter = new StopMeter(counters);
    private final OwnSafepoints own = new OwnSafepoints();
    private final StopProbe probe = new StopProbe(meter, own);
    private final Readings readings = new Readings(new MetricSet(Metrics.all()));

    @Test
    void collection_isOneStop_thatEndsAtTheLateTick() {
        tickMillis(0, 5, 10);
        counters.collect("G1 Evacuation Pause", 40 * MILLI, 400_000);
        tickMillis(52, 57);
        Occurrence stop = onlyOccurrence(100);
        assertThat(stop.kind()).isEqualTo(Kind.STOP);
        assertThat(stop.startNanos()).isEqualTo(12 * MILLI);
        assertThat(stop.lengthNanos()).isEqualTo(40 * MILLI);
        assertThat(stop.text()).isEqualTo("G1 Evacuation Pause sync=0.0004");
    }

    @Test
    void stop_doesNotStartBeforeTheTickBefore() {
        tickMillis(0, 5, 10);
        counters.collect("System.gc()", 40 * MILLI, 0);
        tickMillis(48);
        assertThat(onlyOccurrence(100).startNanos()).isEqualTo(10 * MILLI);
    }

    @Test
    void stopWhoseLengthIsCountedLate_endsAtItsLateTick() {
        tickMillis(0, 5, 10);
        counters.begin();
        tickMillis(60);
        assertThat(occurrences(60)).isEmpty();
        assertThat(meter.isSettled(60 * MILLI)).isFalse();
        counters.end(45 * MILLI, 0);
        tickMillis(65);
        assertThat(meter.isSettled(65 * MILLI)).isTrue();
        Occurrence stop = onlyOccurrence(100);
        assertThat(stop.startNanos()).isEqualTo(15 * MILLI);
        assertThat(stop.lengthNanos()).isEqualTo(45 * MILLI);
    }

    @Test
    void shortSafepoint_isHeardOnlyFromOneMillisecond() {
        tickMillis(0, 5);
        counters.stop(900_000, 0);
        tickMillis(10);
        counters.stop(1_200_000, 300_000);
        tickMillis(15);
        assertThat(onlyOccurrence(100).text()).isEqualTo("safepoint sync=0.0003");
    }

    @Test
    void jvmThatListensToItsMachine_reportsStallsAlone() {
        tickMillis(0, 5, 10);
        counters.collect("G1 Evacuation Pause", 40 * MILLI, 400_000);
        tickMillis(55, 60, 265, 270, 275, 280, 285, 290);
        new StallProbe(meter).read(300 * MILLI, readings);
        assertThat(readings.takeOccurrences()).singleElement().satisfies(stall -> {
            assertThat(stall.kind()).isEqualTo(Kind.STALL);
            assertThat(stall.startNanos()).isEqualTo(60 * MILLI);
        });
        assertThat(readings.snapshot(0).value(Metrics.STALL)).isEqualTo(0.2);
        assertThat(occurrences(400)).isEmpty();
    }

    @Test
    void shortCollection_isAlwaysHeard() {
        tickMillis(0, 5);
        counters.collect("Allocation Rate", 20_000, 0);
        tickMillis(10);
        assertThat(onlyOccurrence(100).text()).startsWith("Allocation Rate");
    }

    @Test
    void lateTickWithoutASafepoint_isAStall_neverAStop() {
        tickMillis(0, 5, 10, 165, 170, 175, 180, 185, 190);
        Occurrence stall = onlyOccurrence(200);
        assertThat(stall.kind()).isEqualTo(Kind.STALL);
        assertThat(stall.startNanos()).isEqualTo(10 * MILLI);
        assertThat(stall.lengthNanos()).isEqualTo(150 * MILLI);
    }

    @Test
    void lateTickBelowATenthOfASecond_isNoOccurrence_butTheLongestLateWakeUp() {
        tickMillis(0, 5, 10, 75, 80);
        assertThat(occurrences(100)).isEmpty();
        assertThat(readings.snapshot(0).value(Metrics.STALL)).isEqualTo(0.060);
        probe.read(200 * MILLI, readings);
        assertThat(readings.snapshot(0).value(Metrics.STALL)).isZero();
    }

    @Test
    void starvationAroundAShortStop_isStopAndStall() {
        tickMillis(0, 5, 10);
        counters.collect("System.gc()", 20 * MILLI, 0);
        tickMillis(235);
        List<Occurrence> found = occurrences(300);
        assertThat(found).extracting(Occurrence::kind).containsExactly(Kind.STALL, Kind.STOP);
        assertThat(found.get(0).lengthNanos()).isEqualTo(200 * MILLI);
        assertThat(found.get(1).startNanos()).isEqualTo(215 * MILLI);
    }

    @Test
    void ownSafepoint_isNeitherHeardNorCounted() {
        tickMillis(0, 5);
        probe.read(5 * MILLI, readings);
        long before = meter.safepoints();
        counters.stop(30 * MILLI, 25 * MILLI);
        own.caused(before, meter.safepoints());
        tickMillis(40);
        assertThat(occurrences(100)).isEmpty();
        assertThat(readings.snapshot(0).value(Metrics.SAFEPOINT_TIME)).isZero();
        assertThat(readings.snapshot(0).value(Metrics.SAFEPOINT_SYNC)).isZero();
    }

    @Test
    void ownSafepointThatMayBeAnothers_counts() {
        tickMillis(0, 5);
        long before = meter.safepoints();
        counters.stop(15 * MILLI, 0);
        counters.stop(15 * MILLI, 0);
        own.caused(before, meter.safepoints());
        tickMillis(40);
        assertThat(onlyOccurrence(100).lengthNanos()).isEqualTo(30 * MILLI);
    }

    @Test
    void safepointTime_isTheShareOfTheLastTwoSeconds() {
        tickMillis(0, 5);
        probe.read(0, readings);
        counters.stop(500 * MILLI, 100 * MILLI);
        tickMillis(505);
        probe.read(2000 * MILLI, readings);
        assertThat(readings.snapshot(0).value(Metrics.SAFEPOINT_TIME)).isEqualTo(0.25);
        assertThat(readings.snapshot(0).value(Metrics.SAFEPOINT_SYNC)).isEqualTo(0.1);
        probe.read(4100 * MILLI, readings);
        assertThat(readings.snapshot(0).value(Metrics.SAFEPOINT_TIME)).isZero();
        assertThat(readings.snapshot(0).value(Metrics.SAFEPOINT_SYNC)).isZero();
    }

    @Test
    void stop_hasItsExactPlace_thoughTheTickerWakesLate_onceAFewStopsHaveBeenSeen() {
        long now = 0;
        Random random = new Random(3);
        for (int i = 0; i < 30; i++) {
            long next = now + 5 * MILLI + random.nextInt(200_000);
            counters.stopAt(now + (long) (random.nextDouble() * (next - now - 10_000)), 10_000);
            tickNanos(next);
            now = next;
        }
        occurrences(200);
        long start = now + 2_345_678;
        counters.stopAt(start, 300 * MILLI);
        tickNanos(start + 340 * MILLI);
        Occurrence stop = onlyOccurrence(600);
        assertThat(stop.startNanos()).isCloseTo(start, within(MILLI / 2));
        assertThat(stop.lengthNanos()).isEqualTo(300 * MILLI);
    }

    @Test
    void place_staysExact_whenTheCountersLoseTime() {
        long now = 0;
        tickNanos(now);
        for (int i = 0; i < 20_000; i++) {
            counters.stopAt(now + i % 5 * MILLI, MILLI / 2);
            counters.lost += 5_000;
            now += 5 * MILLI;
            tickNanos(now);
            meter.ring().pop();
        }
        counters.stopAt(now + 3 * MILLI, 300 * MILLI);
        tickNanos(now + 330 * MILLI);
        assertThat(onlyOccurrence(now / MILLI + 400).startNanos()).isCloseTo(now + 3 * MILLI, within(MILLI));
    }

    @Test
    void stopBetweenTwoReadingsOfTheClock_isInItsPlace_andNoStall() {
        tickMillis(0, 5);
        tickMillisReading(10, 410);
        counters.stop(400 * MILLI, 0);
        tickMillis(415, 420);
        Occurrence stop = onlyOccurrence(500);
        assertThat(stop.kind()).isEqualTo(Kind.STOP);
        assertThat(stop.startNanos()).isBetween(10 * MILLI, 15 * MILLI);
    }

    @Test
    void stopThatHasBegunWhenTheOneBeforeIsClosed_hasItsPlace_andIsNoStall() {
        tickMillis(0, 5, 10);
        counters.stopAt(11 * MILLI, MILLI);
        counters.beginAt(14_999_000);
        tickMillis(15, 416);
        counters.end(400 * MILLI, 0);
        tickMillis(421);
        List<Occurrence> found = occurrences(500);
        assertThat(found).extracting(Occurrence::kind).containsExactly(Kind.STOP, Kind.STOP);
        assertThat(found.get(1).startNanos()).isBetween(14 * MILLI, 15 * MILLI);
        assertThat(found.get(1).lengthNanos()).isEqualTo(400 * MILLI);
    }

    @Test
    void stopThatIsCountedOnlyWhenItIsOver_hasItsPlace_andIsNoStall() {
        tickMillis(0, 5, 10, 413);
        counters.stopAt(12 * MILLI, 400 * MILLI);
        tickMillis(418);
        assertThat(onlyOccurrence(500)).satisfies(stop -> {
            assertThat(stop.kind()).isEqualTo(Kind.STOP);
            assertThat(stop.startNanos()).isBetween(10 * MILLI, 15 * MILLI);
        });
    }

    @Test
    void twoStopsWithinOneTick_areOne_thatEndsWithTheSecond() {
        tickMillis(0, 5, 10);
        counters.stopAt(12 * MILLI, 100 * MILLI);
        counters.stopAt(113 * MILLI, 50 * MILLI);
        tickMillis(164);
        Occurrence stop = onlyOccurrence(200);
        assertThat(stop.lengthNanos()).isEqualTo(150 * MILLI);
        assertThat(stop.startNanos()).isBetween(13 * MILLI, 14 * MILLI);
    }

    @Test
    void collectionsAlone_areStops_andNeverStallsAsWell() {
        StopMeter blind = new StopMeter(counters, "no safepoints here");
        blind.tick(() -> 0);
        blind.tick(() -> 5 * MILLI);
        counters.collect("GC", 400 * MILLI, 0);
        blind.tick(() -> 408 * MILLI);
        new StopProbe(blind, own).read(500 * MILLI, readings);
        assertThat(readings.reason(Metrics.SAFEPOINT_TIME)).isEqualTo("no safepoints here");
        assertThat(readings.takeOccurrences()).singleElement().satisfies(stop -> {
            assertThat(stop.kind()).isEqualTo(Kind.STOP);
            assertThat(stop.startNanos()).isEqualTo(8 * MILLI);
        });
    }

    @Test
    void withoutCounters_stopsHaveAReason_andStallsRemain() {
        StopMeter blind = new StopMeter(null, "no counters here");
        for (long millis : new long[] {0, 5, 205, 210, 215, 220, 225, 230}) {
            blind.tick(() -> millis * MILLI);
        }
        new StopProbe(blind, own).read(300 * MILLI, readings);
        assertThat(readings.reason(Metrics.SAFEPOINT_TIME)).isEqualTo("no counters here");
        assertThat(readings.takeOccurrences()).extracting(Occurrence::kind).containsExactly(Kind.STALL);
    }

    @Test
    void readerThatIsFarBehind_losesNewStops_notTheTicker() {
        long millis = 0;
        tickMillis(0);
        for (int i = 0; i < 1000; i++) {
            counters.stop(2 * MILLI, 0);
            millis += 5;
            tickMillis(millis);
        }
        assertThat(occurrences(millis)).hasSize(256);
    }

    private void tickMillis(long... instants) {
        for (long millis : instants) {
            meter.tick(() -> millis * MILLI);
        }
    }

    private void tickNanos(long instant) {
        meter.tick(() -> instant);
    }

    /** A tick that is held up while it reads. */
    private void tickMillisReading(long from, long to) {
        Iterator<Long> clock = List.of(from * MILLI, to * MILLI).iterator();
        meter.tick(clock::next);
    }

    private List<Occurrence> occurrences(long nowMillis) {
        probe.read(nowMillis * MILLI, readings);
        return readings.takeOccurrences();
    }

    private Occurrence onlyOccurrence(long nowMillis) {
        List<Occurrence> found = occurrences(nowMillis);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static final class FakeCounters implements SafepointCounters {
        private static final long STARTED_BEFORE = 77_777_777;

        private long count;
        private long ended;
        private long stopped;
        private long sync;
        private long collections;
        private long running = UNKNOWN;
        private long lost;
        private String cause = "";

        void begin() {
            count++;
        }

        void end(long lengthNanos, long syncNanos) {
            ended += lengthNanos;
            stopped += lengthNanos;
            sync += syncNanos;
        }

        void stop(long lengthNanos, long syncNanos) {
            begin();
            end(lengthNanos, syncNanos);
        }

        /** A stop at an instant, which the counter of running time then tells. */
        void stopAt(long startNanos, long lengthNanos) {
            beginAt(startNanos);
            end(lengthNanos, 0);
        }

        void beginAt(long startNanos) {
            running = startNanos + STARTED_BEFORE - lost - stopped;
            begin();
        }

        void collect(String why, long lengthNanos, long syncNanos) {
            cause = why;
            collections++;
            stop(lengthNanos, syncNanos);
        }

        @Override
        public long count() {
            return count;
        }

        @Override
        public long ended() {
            return ended;
        }

        @Override
        public long stoppedNanos() {
            return stopped;
        }

        @Override
        public long syncNanos() {
            return sync;
        }

        @Override
        public long collections() {
            return collections;
        }

        @Override
        public long runningNanos() {
            return running;
        }

        @Override
        public int copyCause(byte[] into, int offset) {
            byte[] bytes = cause.getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(bytes, 0, into, offset, bytes.length);
            return bytes.length;
        }
    }
}
