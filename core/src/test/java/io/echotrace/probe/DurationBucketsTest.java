package io.echotrace.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DurationBucketsTest {
    @Test
    void shortDurations_areExact() {
        for (int nanos = 0; nanos < 64; nanos++) {
            assertThat(DurationBuckets.of(nanos)).isEqualTo(nanos);
            assertThat(DurationBuckets.middleNanos(nanos)).isEqualTo(nanos);
        }
    }

    @Test
    void buckets_followEachOtherWithoutGap_upTo73Minutes() {
        for (int bucket = 0; bucket < DurationBuckets.COUNT; bucket++) {
            long middle = (long) DurationBuckets.middleNanos(bucket);
            assertThat(DurationBuckets.of(middle)).isEqualTo(bucket);
        }
        assertThat(DurationBuckets.of((1L << 42) - 1)).isEqualTo(DurationBuckets.COUNT - 1);
        assertThat(DurationBuckets.of(1L << 41)).isEqualTo(DurationBuckets.COUNT - 32);
    }

    @Test
    void middle_isAtMost1Point6PercentOff() {
        LongStream.iterate(64, nanos -> nanos < 1L << 42, nanos -> nanos + 1 + nanos / 997)
                .forEach(nanos -> assertThat(DurationBuckets.middleNanos(DurationBuckets.of(nanos)))
                        .isCloseTo((double) nanos, within(0.016 * nanos)));
    }

    @Test
    void whatLiesBeyondTheRange_countsAtItsEnds() {
        assertThat(DurationBuckets.of(-5)).isZero();
        assertThat(DurationBuckets.of(Long.MIN_VALUE)).isZero();
        assertThat(DurationBuckets.of(1L << 42)).isEqualTo(DurationBuckets.COUNT - 1);
        assertThat(DurationBuckets.of(Long.MAX_VALUE)).isEqualTo(DurationBuckets.COUNT - 1);
    }
}
