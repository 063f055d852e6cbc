package io.echotrace.agent.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NoticesTest {
    @Test
    void sentence_isOneLine() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Notices(new PrintStream(bytes, true, StandardCharsets.UTF_8), false).say("disk full\n on /data");
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .endsWith(": disk full on /data");
    }

    @Test
    void standardErrorOfAHost_mayThrow() {
        PrintStream broken = new PrintStream(new ByteArrayOutputStream()) {
            @Override
            public void println(String line) {
                throw new IllegalStateException("closed");
            }
        };
        assertThatCode(() -> new Notices(broken, false).say("hello")).doesNotThrowAnyException();
    }
}
