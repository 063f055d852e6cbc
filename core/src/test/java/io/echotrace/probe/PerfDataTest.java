package io.echotrace.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading counters from a performance data buffer that is made here, entry by entry. */
class PerfDataTest {
    private static final int ENTRY_BYTES = 200;
    private static final int VALUE_OFFSET = 64;

    private final Map<String, Object> entries = new LinkedHashMap<>();

    PerfDataTest() {
        entries.put("sun.rt.safepoints", 7L);
        entries.put("sun.rt.safepointTime", 5000L);
        entries.put("sun.rt.safepointSyncTime", 2000L);
        entries.put("sun.rt.applicationTime", 90_000L);
        entries.put("sun.os.hrt.frequency", 1_000_000_000L);
        entries.put("sun.gc.cause", "No GC");
        entries.put("sun.gc.lastCause", "G1 Evacuation Pause");
        entries.put("sun.gc.collector.0.name", "G1 young collection pauses");
        entries.put("sun.gc.collector.0.invocations", 3L);
        entries.put("sun.gc.collector.1.name", "G1 concurrent cycle pauses");
        entries.put("sun.gc.collector.1.invocations", 2L);
    }

    @ParameterizedTest
    @CsvSource({"8, 5000", "11, 5000", "17, 7000", "27, 7000"})
    void stoppedTime_holdsTheTimeToSafepointOnce_onEveryVersion(int version, long expected) {
        PerfCounters counters = new PerfCounters(new PerfData(buffer(ByteOrder.LITTLE_ENDIAN)), version);
        assertThat(counters.stoppedNanos()).isEqualTo(expected);
        assertThat(counters.syncNanos()).isEqualTo(2000);
        assertThat(counters.count()).isEqualTo(7);
        assertThat(counters.collections()).isEqualTo(5);
    }

    @Test
    void ticksOfAnotherLength_becomeNanoseconds() {
        entries.put("sun.os.hrt.frequency", 1_000_000L);
        PerfCounters counters = new PerfCounters(new PerfData(buffer(ByteOrder.BIG_ENDIAN)), 17);
        assertThat(counters.syncNanos()).isEqualTo(2_000_000);
    }

    @Test
    void cause_isThatOfTheLastCollection() {
        assertThat(cause(buffer(ByteOrder.LITTLE_ENDIAN), 0)).isEqualTo("G1 Evacuation Pause");
    }

    @Test
    void causeOfARunningCycle_comesBeforeThatOfTheLast() {
        entries.put("sun.gc.cause", "Allocation Rate");
        assertThat(cause(buffer(ByteOrder.LITTLE_ENDIAN), 0)).isEqualTo("Allocation Rate");
    }

    @Test
    void pauseOfTheConcurrentCycle_doesNotTakeAnOlderCause() {
        assertThat(cause(buffer(ByteOrder.LITTLE_ENDIAN), 1)).isEqualTo("G1 Concurrent Cycle");
    }

    @Test
    void collectorsNumberedWithGaps_areAllCounted() {
        entries.put("sun.gc.collector.4.name", "ZGC major collection pauses");
        entries.put("sun.gc.collector.4.invocations", 10L);
        PerfData data = new PerfData(buffer(ByteOrder.LITTLE_ENDIAN));
        assertThat(new PerfCounters(data, 27).collections()).isEqualTo(15);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 64})
    void whatIsNoPerformanceData_isAReason(int bytes) {
        assertThatThrownBy(() -> new PerfData(ByteBuffer.allocate(bytes))).isInstanceOf(UnavailableException.class);
    }

    @Test
    void missingCounter_isAReason() {
        entries.remove("sun.rt.safepointTime");
        PerfData data = new PerfData(buffer(ByteOrder.LITTLE_ENDIAN));
        assertThatThrownBy(() -> new PerfCounters(data, 17)).hasMessage("this JVM has no counter sun.rt.safepointTime");
    }

    /** The cause after one more invocation of a collector. */
    private String cause(ByteBuffer buffer, int collector) {
        PerfData data = new PerfData(buffer);
        PerfCounters counters = new PerfCounters(data, 17);
        byte[] bytes = new byte[StopRing.CAUSE_BYTES];
        counters.copyCause(bytes, 0);
        int invocations = data.offset("sun.gc.collector." + collector + ".invocations");
        buffer.putLong(invocations, buffer.getLong(invocations) + 1);
        int length = counters.copyCause(bytes, 0);
        return new String(bytes, 0, length, StandardCharsets.US_ASCII);
    }

    private ByteBuffer buffer(ByteOrder order) {
        ByteBuffer buffer = ByteBuffer.allocate(32 + entries.size() * ENTRY_BYTES);
        buffer.putInt(0, 0xcafec0c0);
        buffer.put(4, (byte) (order == ByteOrder.LITTLE_ENDIAN ? 1 : 0));
        buffer.put(5, (byte) 2);
        buffer.order(order).putInt(24, 32).putInt(28, entries.size());
        int at = 32;
        for (Map.Entry<String, Object> entry : entries.entrySet()) {
            buffer.putInt(at, ENTRY_BYTES).putInt(at + 4, 20).putInt(at + 16, VALUE_OFFSET);
            putText(buffer, at + 20, entry.getKey());
            if (entry.getValue() instanceof Long number) {
                buffer.putLong(at + VALUE_OFFSET, number);
            } else {
                putText(buffer, at + VALUE_OFFSET, entry.getValue().toString());
            }
            at += ENTRY_BYTES;
        }
        return buffer;
    }

    private static void putText(ByteBuffer buffer, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < bytes.length; i++) {
            buffer.put(at + i, bytes[i]);
        }
    }
}
