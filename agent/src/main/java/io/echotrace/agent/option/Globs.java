package io.echotrace.agent.option;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Names with {@code *} for any letters and {@code ?} for one, several separated by colons. Immutable. */
public final class Globs {
    private final List<Pattern> patterns = new ArrayList<>();

    private Globs() {}

    /** @throws IllegalArgumentException if there is no name in it */
    static Globs parse(String text) {
        Globs globs = new Globs();
        for (String glob : text.split(":")) {
            if (!glob.isEmpty()) {
                globs.patterns.add(pattern(PercentEscapes.decode(glob)));
            }
        }
        if (globs.patterns.isEmpty()) {
            throw new IllegalArgumentException(text);
        }
        return globs;
    }

    /** Whether one of them is the whole name. */
    public boolean match(String name) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    private static Pattern pattern(String glob) {
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            expression.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(expression.toString(), Pattern.DOTALL);
    }
}
