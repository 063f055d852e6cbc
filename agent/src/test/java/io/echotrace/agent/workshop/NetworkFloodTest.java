package io.echotrace.agent.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NetworkFloodTest {
    @Test
    void position_isLogarithmicUpTo100MegabytesASecond() {
        assertThat(NetworkFlood.rate(0)).isZero();
        assertThat(NetworkFlood.rate(0.85)).isCloseTo(25.1e6, within(0.1e6));
        assertThat(NetworkFlood.rate(1)).isCloseTo(100e6, within(1e3));
    }
}
