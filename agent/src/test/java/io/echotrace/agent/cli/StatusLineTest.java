package io.echotrace.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusLineTest {
    @ParameterizedTest
    @CsvSource({
        "0, [----------]",
        "0.5, [#####-----]",
        "1, [##########]",
        "1.7, [##########]",
        "-1, [----------]",
        "NaN, [----------]",
    })
    void bar_isAsLongAsTheFraction(double fraction, String expected) {
        assertThat(StatusLine.bar(fraction)).isEqualTo(expected);
    }
}
