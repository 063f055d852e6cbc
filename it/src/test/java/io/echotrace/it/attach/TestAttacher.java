package io.echotrace.it.attach;

import static org.awaitility.Awaitility.await;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import io.echotrace.it.jvm.JvmLauncher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The least that can attach: loads the jar into a running JVM with a text, and reads the agent properties. Runs in the
 * JVM of the tests, whatever version the target has.
 */
final class TestAttacher implements AutoCloseable {
    private static final String PREFIX = "echotrace.";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final VirtualMachine vm;
    private int loads;
    private String reply = "";

    TestAttacher(AttachTarget target) throws IOException, AttachNotSupportedException {
        vm = VirtualMachine.attach(target.pid());
    }

    /** How often the jar has been loaded. */
    int loads() {
        return loads;
    }

    /** Sends {@code @verb rest} and waits for the answer: {@code ok TEXT} or {@code error TEXT}. */
    String tell(String verb, String rest) throws IOException {
        return answer(send(verb, rest));
    }

    /** Sends a message and returns its id at once. */
    String send(String verb, String rest) throws IOException {
        String id = "test-" + (loads + 1);
        load(JvmLauncher.AGENT, "@" + verb + "#" + id + (rest.isEmpty() ? "" : " " + rest));
        return id;
    }

    /** Waits for the answer to a message. */
    String answer(String id) {
        return await("answer to " + id + ", after the reply '" + reply + "'")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> answerNow(id), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<String> answerNow(String id) {
        return state().getOrDefault("answer", "")
                .lines()
                .filter(line -> line.startsWith(id + " "))
                .map(line -> line.substring(id.length() + 1))
                .findFirst();
    }

    /** Waits until a key of the state is there, with something in it. */
    String awaitKey(String key) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !state().getOrDefault(key, "").isEmpty());
        return Objects.requireNonNull(state().get(key));
    }

    /** Loads a copy of the jar with any text. */
    void load(Path jar, String text) throws IOException {
        loads++;
        try {
            vm.loadAgent(jar.toString(), text);
        } catch (AgentLoadException | AgentInitializationException e) {
            reply = e.toString(); // between JVMs of different versions it means nothing: what counts is the answer
        }
    }

    /** What the agent has published, without the prefix; reading it loads nothing. */
    Map<String, String> state() {
        Map<String, String> state = new TreeMap<>();
        properties().forEach((key, value) -> {
            String name = String.valueOf(key);
            if (name.startsWith(PREFIX)) {
                state.put(name.substring(PREFIX.length()), String.valueOf(value));
            }
        });
        return state;
    }

    /** The JVM fails to list its properties while one of them is being removed, as at a detach. */
    private Properties properties() {
        return await().ignoreExceptionsInstanceOf(IOException.class).until(vm::getAgentProperties, properties -> true);
    }

    @Override
    public void close() throws IOException {
        vm.detach();
    }
}
