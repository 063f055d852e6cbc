package io.echotrace.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BesideTheOriginalTest {
    @Test
    void hangOfABurstyMachine_isHeard_whereTheOriginalHeardTheBursts() {
        BesideTheOriginal both = BesideTheOriginal.of(BesideTheOriginal.Health.BURSTY, BesideTheOriginal.Fault.HANG);
        assertThat(both.original.falseShare()).isGreaterThan(0.5);
        assertThat(both.ours.falseShare()).isLessThan(0.002);
        assertThat(both.ours.faults).isEqualTo(both.ours.recordings);
        assertThat(both.original.faults).isLessThan(both.ours.faults);
    }
}
