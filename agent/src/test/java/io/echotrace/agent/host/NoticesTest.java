package io.echotrace.agent.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.echotrace.agent.option.LogLevel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticesTest {
    @Test
    void sentence_isOneLine() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Notices(new PrintStream(bytes, true, StandardCharsets.UTF_8), LogLevel.INFO).say("disk full\n on /data");
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .endsWith(": disk full on /data");
    }

    @ParameterizedTest
    @CsvSource({"OFF,''", "WARN,w", "INFO,iw", "DEBUG,diwt"})
    void level_saysWhatThoseBeforeItSay_andMore(LogLevel level, String expected) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Notices notices = new Notices(new PrintStream(bytes, true, StandardCharsets.UTF_8), level);
        notices.debug("d");
        notices.say("i");
        notices.warn("w");
        notices.debug(new IllegalStateException("t"));
        String said = bytes.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("echotrace"))
                .map(line -> line.substring(line.length() - 1))
                .collect(Collectors.joining());
        assertThat(said).isEqualTo(expected);
        assertThat(bytes.toString(StandardCharsets.UTF_8).contains("\tat ")).isEqualTo(level == LogLevel.DEBUG);
    }

    @Test
    void standardErrorOfAHost_mayThrow() {
        PrintStream broken = new PrintStream(new ByteArrayOutputStream()) {
            @Override
            public void println(String line) {
                throw new IllegalStateException("closed");
            }
        };
        assertThatCode(() -> new Notices(broken, LogLevel.INFO).say("hello")).doesNotThrowAnyException();
    }
}
