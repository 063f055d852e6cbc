package io.echotrace.agent.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
    private static final Set<String> KNOWN = Set.of("wav", "csv", "quiet");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wav=a.wav                      | wav=a.wav",
                "wav=a.wav,csv=b.csv            | wav=a.wav ; csv=b.csv",
                "wav=a.wav,quiet                | wav=a.wav ; quiet",
                "quiet,wav=a.wav                | quiet ; wav=a.wav",
                "wav=a,quiet,csv=b              | wav=a ; quiet ; csv=b",
                "wav=a,b.wav                    | wav=a,b.wav",
                "wav=a,b,c,csv=d                | wav=a,b,c ; csv=d",
                "wav=a,wvv=b                    | wav=a ; wvv=b",
                "wav=a,some.key-1=b             | wav=a ; some.key-1=b",
                "wav=a%2Ccsv=b                  | wav=a%2Ccsv=b",
                "wav=a%2cquiet                  | wav=a%2cquiet",
                "wav=a,quietly                  | wav=a,quietly",
                "wav=a,quiet.wav                | wav=a,quiet.wav",
                "wav=a=b                        | wav=a=b",
                "wav=, csv=b                    | wav=, csv=b",
                "wav=%p-%t.wav,csv=%{CI_JOB}    | wav=%p-%t.wav ; csv=%{CI_JOB}",
                "wav=a,,csv=b                   | wav=a, ; csv=b",
                "nonsense                       | nonsense",
                "one,two                        | one,two",
            })
    void commas_separate_beforeWordsWithValuesAndBareKnownKeys(String text, String expected) {
        assertThat(parts(text)).containsExactly(expected.split(" ; "));
    }

    @Test
    void emptyArguments_haveNoParts() {
        assertThat(parts("")).isEmpty();
    }

    @Test
    void splitting_losesNoLetter_whateverIsWritten() {
        Random random = new Random(1);
        String letters = "wavquietcsv,,,==%{}. ";
        for (int round = 0; round < 10_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(20); i > 0; i--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            String whole = text.toString();
            assertThat(String.join("", parts(whole)).replace(",", "")).isEqualTo(whole.replace(",", ""));
        }
    }

    private static List<String> parts(String text) {
        return Arguments.split(text, KNOWN::contains).stream()
                .map(part -> part.value == null ? part.key : part.key + "=" + part.value)
                .toList();
    }
}
