package io.echotrace.agent.option;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestKeyTest {
    @ParameterizedTest
    @CsvSource({"wva,wav", "duratoin,duration", "mbaen.3,mbean", "WAV.RAET,wav.rate", "wav_max,wav.max"})
    void misspeltKey_isNearTheOneMeant(String key, String meant) {
        assertThat(NearestKey.to(key)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"x", "12345", "completely.else"})
    void noKey_isNear_whenNothingIsAlike(String key) {
        assertThat(NearestKey.to(key)).isNull();
    }
}
