package io.echotrace.agent.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestWordTest {
    @ParameterizedTest
    @CsvSource({"kitten,sitting,3", "wav,wav,0", "wav,wv,1", "'',csv,3", "csv,'',3", "abc,cba,2", "wva,wav,1", "ab,ba,1"
    })
    void distance_countsLettersToChange(String from, String to, int expected) {
        assertThat(NearestWord.distance(from, to)).isEqualTo(expected);
    }

    @Test
    void nearest_isTheWordWithTheFewestChanges() {
        List<String> known = Arrays.asList("@http", "@https", "@jdbc");

        assertThat(NearestWord.to("@htpt", known)).isEqualTo("@http");
        assertThat(NearestWord.to("@https", known)).isEqualTo("@https");
    }

    @Test
    void noWord_isNear_whenNothingIsAlike() {
        assertThat(NearestWord.to("@kafka", Arrays.asList("@http", "@jdbc"))).isNull();
    }
}
