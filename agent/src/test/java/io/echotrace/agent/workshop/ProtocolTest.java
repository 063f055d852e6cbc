package io.echotrace.agent.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtocolTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Protocol protocol = new Protocol(new PrintStream(written, false, StandardCharsets.UTF_8));

    @Test
    void lines_sayWhenAndWhat_atOnce() {
        long before = System.currentTimeMillis();

        protocol.fault("gc-storm", 0.25);

        List<String> lines = lines();
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).matches("\\d+ fault gc-storm dial=0\\.25");
        assertThat(Long.parseLong(lines.get(0).split(" ")[0])).isBetween(before, System.currentTimeMillis());
    }

    @Test
    void evidence_isSaidOnce() {
        protocol.evidence(Protocol.words("gc-time", 0.1234567));
        protocol.evidence("more of it");

        assertThat(lines()).hasSize(1);
        assertThat(lines().get(0)).endsWith(" evidence gc-time=0.1235");
    }

    private List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
