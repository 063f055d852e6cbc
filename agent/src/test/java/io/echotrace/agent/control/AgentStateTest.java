package io.echotrace.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.agent.option.SettingsReader;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class AgentStateTest {
    private final Properties published = new Properties();
    private final AgentProperties properties = new AgentProperties(published);
    private final AgentState state = new AgentState(properties);

    @Test
    void options_standWithTheirSources_andWhatWasWrongBesideThem() {
        state.starting(SettingsReader.read(
                "live=off,wav.rate=1", Map.of("echotrace.interval", "50ms"), Map.of("ECHOTRACE_QUIET", "true")));
        assertThat(published)
                .containsEntry("echotrace.state", "starting")
                .hasEntrySatisfying(
                        "echotrace.complaints",
                        text -> assertThat(text.toString()).contains("wav.rate=1"));
        assertThat(published.getProperty("echotrace.options").lines())
                .contains(
                        "live\toff\tagent argument",
                        "wav.rate\t24000\tdefault",
                        "interval\t50ms\tsystem property",
                        "quiet\ttrue\tenvironment variable")
                .noneMatch(line -> line.startsWith("wav\t"));
    }

    @Test
    void answerAlone_staysWhenTheAgentIsGone() {
        published.setProperty("sun.jvm.args", "of the JVM");
        state.starting(SettingsReader.read(null, Map.of(), Map.of()));
        properties.answer("7", true, "detached");
        state.clear();
        assertThat(published)
                .containsOnly(Map.entry("sun.jvm.args", "of the JVM"), Map.entry("echotrace.answer", "7 ok detached"));
    }
}
