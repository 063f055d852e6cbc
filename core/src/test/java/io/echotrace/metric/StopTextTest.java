package io.echotrace.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.metric.Occurrence.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StopTextTest {
    @ParameterizedTest
    @CsvSource({
        "G1 Evacuation Pause, 400_000, G1 Evacuation Pause sync=0.0004",
        "'', 123_456_789, safepoint sync=0.1235",
        "System.gc(), 2_000_000_000, System.gc() sync=2",
        "GC, 0, GC sync=0"
    })
    void text_isCauseAndTimeToSafepoint(String cause, String sync, String text) {
        assertThat(StopText.of(cause, Long.parseLong(sync.replace("_", "")))).isEqualTo(text);
    }

    @Test
    void whatIsWritten_isReadBack() {
        Occurrence stop = new Occurrence(Kind.STOP, 0, 400_000_000, StopText.of("", 123_400_000));
        assertThat(StopText.syncNanos(stop)).isEqualTo(123_400_000);
        assertThat(StopText.isCollection(stop)).isFalse();
        assertThat(StopText.isCollection(new Occurrence(Kind.STOP, 0, 1, StopText.of("System.gc()", 0))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"System.gc(), 0", "System.gc() sync=, 0", "a sync=-1, 0", "a sync=NaN, 0", "a sync=7, 5000000"})
    void timeToSafepoint_isNeverLongerThanTheStop_andZeroWhereItIsNotSaid(String text, long sync) {
        assertThat(StopText.syncNanos(new Occurrence(Kind.STOP, 0, 5_000_000, text)))
                .isEqualTo(sync);
    }
}
