package io.echotrace.agent.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialTest {
    private final Dial dial = Dial.log(2, 50, "minutes");

    @ParameterizedTest
    @ValueSource(strings = {"2", "50", "10.5"})
    void position_isTakenWithinTheRange(String text) {
        assertThat(dial.position(text)).isEqualTo(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.99", "50.1", "NaN", "Infinity", "", "much", "-3", "1,5"})
    void otherPositions_areRefusedInOneClearLine(String text) {
        assertThatThrownBy(() -> dial.position(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("dial is a number from 2.0 to 50.0 (minutes), not '" + text + "'");
    }

    @Test
    void middle_isThatOfTheScale() {
        assertThat(dial.middle()).isCloseTo(10, within(1e-9));
        assertThat(Dial.linear(2, 50, "threads").middle()).isEqualTo(26);
    }
}
