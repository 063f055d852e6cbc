package io.echotrace.agent.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemoPhaseTest {
    @Test
    void phases_leadFromHealthIntoTroubleAndBack() {
        assertThat(DemoPhase.values())
                .containsExactly(
                        DemoPhase.HEALTHY,
                        DemoPhase.RISING_LOAD,
                        DemoPhase.GC_STORM,
                        DemoPhase.LONG_PAUSES,
                        DemoPhase.LOCK_CONTENTION,
                        DemoPhase.ERRORS,
                        DemoPhase.RECOVERED);
    }

    @Test
    void demo_lastsAboutTwoMinutes() {
        assertThat(DemoPhase.totalSeconds()).isBetween(110.0, 130.0);
    }

    @ParameterizedTest
    @EnumSource
    void phase_saysInFullSentencesWhatIsHeard(DemoPhase phase) {
        assertThat(phase.heard()).matches("[A-Z].*\\.");
        assertThat(phase.program()).matches("[a-z].*[^.]");
        assertThat(phase.title()).matches("[a-z ]+");
    }
}
