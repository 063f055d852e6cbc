package io.echotrace.agent.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhaseLineTest {
    @Test
    void line_isReadAsItWasWritten() {
        PhaseLine written = new PhaseLine(DemoPhase.GC_STORM, 14, 76.5, 6201, 7);

        PhaseLine read = Objects.requireNonNull(PhaseLine.parse(written.toString()));

        assertThat(read.phase()).isEqualTo(DemoPhase.GC_STORM);
        assertThat(read.seconds()).isEqualTo(14);
        assertThat(read.secondsLeft()).isEqualTo(76.5);
        assertThat(read.answered()).isEqualTo(6201);
        assertThat(read.failed()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "end answered=9 failed=0",
                "phase GC_STORM",
                "phase NO_SUCH_PHASE 1.0 2.0 answered=0 failed=0",
                "phase GC_STORM . . answered=0 failed=0",
            })
    void otherLines_announceNoPhase(String line) {
        assertThat(PhaseLine.parse(line)).isNull();
    }
}
