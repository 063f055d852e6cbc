package io.echotrace.agent.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class AgentStateTest {
    private final Properties properties = new Properties();
    private final AgentState state = new AgentState(properties);

    @Test
    void jvmWithoutAgent_isAbsent_evenIfAnAnswerIsLeft() {
        properties.setProperty("echotrace.answer", "1a2b ok ended");
        assertThat(state.isPresent()).isFalse();
        assertThat(state.version()).isEmpty();
        assertThat(state.findings()).isEmpty();
        assertThat(state.values()).isEmpty();
    }

    @Test
    void lists_areLines_withColumns() {
        properties.setProperty("echotrace.state", "running");
        properties.setProperty("echotrace.findings", "GC storm: 34 %\ndeadlock: 2 threads");
        properties.setProperty(
                "echotrace.values", "system.cpu.utilization\t0.5\t1\t0.25\nhw.temperature\t50\t\tlearning");
        assertThat(state.isPresent()).isTrue();
        assertThat(state.findings()).containsExactly("GC storm: 34 %", "deadlock: 2 threads");
        assertThat(state.values().get(0)).containsExactly("system.cpu.utilization", "0.5", "1", "0.25");
        assertThat(state.values().get(1)).containsExactly("hw.temperature", "50", "", "learning");
    }

    @Test
    void answer_isThatToTheMessageWithTheId() {
        properties.setProperty("echotrace.answer", "1a2b ok marked: load test");
        assertThat(state.answer("ffff")).isNull();
        Reply reply = Objects.requireNonNull(state.answer("1a2b"));
        assertThat(reply.isOk()).isTrue();
        assertThat(reply.text()).isEqualTo("marked: load test");
    }

    @Test
    void answers_areLines_andEachIsFoundById() {
        properties.setProperty("echotrace.answer", "1 ok a\n12 error not running\n123 ok");
        assertThat(Objects.requireNonNull(state.answer("12")).text()).isEqualTo("not running");
        assertThat(Objects.requireNonNull(state.answer("123")).isOk()).isTrue();
        assertThat(state.answer("2")).isNull();
    }

    @Test
    void answer_maySayThatItFailed_withoutWords() {
        properties.setProperty("echotrace.answer", "1a2b error");
        Reply reply = Objects.requireNonNull(state.answer("1a2b"));
        assertThat(reply.isOk()).isFalse();
        assertThat(reply.text()).isEmpty();
    }
}
