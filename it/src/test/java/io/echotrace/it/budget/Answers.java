package io.echotrace.it.budget;

import static org.awaitility.Awaitility.await;

import io.echotrace.it.host.Idle;
import io.echotrace.it.jvm.TargetJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the program {@link Idle} says. */
final class Answers {
    private final TargetJvm jvm;

    Answers(TargetJvm jvm) {
        this.jvm = jvm;
    }

    /** The number behind the word, where that was said last. */
    long number(String word) throws IOException {
        List<String> said = lines(word);
        if (said.isEmpty()) {
            throw new IOException("the host has not said '" + word + "' but: " + jvm.stdout() + jvm.stderr());
        }
        return Long.parseLong(said.get(said.size() - 1).split(" ")[1]);
    }

    /** Asks what each of the agent's threads has allocated, and returns when it is said. */
    Allocated allocated() throws IOException {
        int before = lines("at").size();
        jvm.process().getOutputStream().write("\n".getBytes(StandardCharsets.UTF_8));
        jvm.process().getOutputStream().flush();
        await().pollInterval(Duration.ofMillis(20)).until(() -> lines("at").size() > before);
        Map<String, Long> bytes = new TreeMap<>();
        for (String line : lines("allocated")) {
            String[] words = line.split(" ");
            bytes.put(words[1], Long.parseLong(words[2])); // the last answer replaces those before
        }
        return new Allocated(number("at"), bytes);
    }

    /** @param bytes by the name of the thread */
    record Allocated(long atNanos, Map<String, Long> bytes) {}

    private List<String> lines(String word) {
        return jvm.stdout().lines().filter(line -> line.startsWith(word + " ")).toList();
    }
}
