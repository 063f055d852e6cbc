package io.echotrace.agent.option;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentEscapesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a%2Cb                | a,b",
                "a%2cb                | a,b",
                "name=%22http%22      | name=\"http\"",
                "a%20b%24c            | a b$c",
                "%C3%A9t%C3%A9        | été",
                "%E4%B8%AD            | 中",
                "50%%                 | 50%",
                "50%%2C               | 50%2C",
                "50%%%2C              | 50%,",
                "50%                  | 50%",
                "%p %t %{HOME} %2 %2g | %p %t %{HOME} %2 %2g",
                "%00%0A               | %00%0A",
            })
    void escapes_areReplaced_andAllElseStaysAsItIs(String text, String expected) {
        assertThat(PercentEscapes.decode(text)).isEqualTo(expected);
    }
}
