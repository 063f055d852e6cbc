package io.echotrace.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.agent.option.SettingsReader;
import io.echotrace.metric.Unit;
import io.echotrace.session.Session;
import io.echotrace.session.Version;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
    void lineEndsAndTabs_inValues_doNotSplitRows() {
        state.starting(SettingsReader.read("wvv=%0A", Map.of("echotrace.wav", "a\nb\tc.wav"), Map.of()));
        assertThat(published.getProperty("echotrace.options").lines())
                .contains("wav\ta b c.wav\tsystem property")
                .allMatch(line -> line.chars().filter(c -> c == '\t').count() == 2);
        assertThat(published.getProperty("echotrace.complaints").lines()).hasSize(1);
    }

    /** The two ends of the same text: one in the JVM, one in the command that asks it. */
    @Test
    void whatIsPublished_isReadAsItWasMeant() throws Exception {
        CountDownLatch once = new CountDownLatch(1);
        state.starting(SettingsReader.read("csv=run.csv,foo=1", Map.of(), Map.of()));
        try (Session session = Session.builder()
                .metric("queue.length", Unit.COUNT, () -> 7)
                .metric("queue.age", Unit.SECONDS, () -> Double.NaN)
                .withoutStandardProbes()
                .onStatus(status -> {
                    state.publish(status, "muted");
                    once.countDown();
                })
                .build()) {
            state.running(session);
            session.start();
            assertThat(once.await(30, TimeUnit.SECONDS)).isTrue();
        }
        properties.answer("1a", false, "not running");
        io.echotrace.agent.attach.AgentState read = new io.echotrace.agent.attach.AgentState(published);
        assertThat(read.phase()).isEqualTo("running");
        assertThat(read.version()).isEqualTo(Version.text());
        assertThat(read.values()).contains(List.of("queue.length", "7", "1", "learning"));
        assertThat(read.unavailable())
                .anyMatch(row -> row.size() == 2 && row.get(0).equals("queue.age"));
        assertThat(read.options()).contains(List.of("csv", "run.csv", "agent argument"));
        assertThat(read.outputs()).contains("played live: muted");
        assertThat(read.complaints()).singleElement().asString().contains("foo=1");
        assertThat(read.sentence()).isNotEmpty();
        assertThat(read.cost()).contains(" of one core");
    }

    @Test
    void lastFewAnswers_areKept_aLineEach() {
        for (int i = 1; i <= 10; i++) {
            properties.answer("id" + i, i % 2 == 0, "said\n " + i);
        }
        assertThat(published.getProperty("echotrace.answer").lines())
                .hasSize(8)
                .startsWith("id3 error said 3", "id4 ok said 4")
                .endsWith("id10 ok said 10");
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
