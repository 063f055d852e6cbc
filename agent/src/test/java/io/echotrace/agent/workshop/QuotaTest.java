package io.echotrace.agent.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotaTest {
    @Test
    void counter_isAhead_whenItGrewByMoreThanTheRateAllows() {
        Quota quota = new Quota(10, 1e9, 100);

        assertThat(quota.isAhead(1e9)).isTrue();
        assertThat(quota.isAhead(100)).isFalse();
    }

    @Test
    void whatIsFarBehind_isNotMadeUpFor() {
        Quota quota = new Quota(10, 2, 100);

        assertThat(quota.left(0)).isLessThanOrEqualTo(2 * 10);
    }
}
