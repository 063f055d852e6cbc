package io.echotrace.agent.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ThisRunTest {
    private final ThisRun run = new ThisRun(
            "Shop",
            LocalDateTime.of(2026, 1, 2, 3, 4, 5).atZone(ZoneId.systemDefault()).toInstant());

    @Test
    void processId_isThatOfThisJvm() {
        assertThat(run.processId())
                .isEqualTo(Long.toString(ProcessHandle.current().pid()));
    }

    @Test
    void startTime_sortsAsText() {
        assertThat(run.startTime()).isEqualTo("20260102-030405");
    }

    @Test
    void host_hasAName() {
        assertThat(run.host()).isNotBlank();
    }

    @Test
    void variable_isEmpty_whenItIsNotSet() {
        assertThat(run.variable("NO_SUCH_VARIABLE_ANYWHERE")).isEmpty();
    }
}
