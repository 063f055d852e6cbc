package io.echotrace.agent.pattern;

import io.echotrace.agent.spelling.NearestWord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Groups of methods that have a name, as {@code presets.txt} lists them. A section begins with the preset's name in
 * brackets, behind which {@code outermost} says that calls within another one do not count. Then a line is a pattern, or
 * with {@code -} before it what is left out of this preset, or with {@code ~} a method within which nothing counts. Empty
 * lines and those that begin with {@code #} are left out.
 */
final class Presets {
    private static final String RESOURCE = "presets.txt";
    private static final String OUTERMOST = "outermost";

    /** For each section's heading the lines below it. */
    private final Map<String, List<String>> sections = new LinkedHashMap<>();

    private Presets() {}

    /** @throws IllegalStateException if the agent's own jar cannot be read */
    static Presets load() {
        try (InputStream stream = Presets.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("no " + RESOURCE);
            }
            return read(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + RESOURCE, e);
        }
    }

    static Presets read(BufferedReader lines) throws IOException {
        Presets presets = new Presets();
        List<String> section = new ArrayList<>();
        for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
            String text = line.trim();
            if (text.startsWith("[")) {
                section = new ArrayList<>();
                presets.sections.put(text, section);
            } else if (!text.isEmpty() && !text.startsWith("#")) {
                section.add(text);
            }
        }
        return presets;
    }

    /** Their names, with the at sign. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (String heading : sections.keySet()) {
            names.add("@" + heading.substring(1, heading.indexOf(']')));
        }
        return names;
    }

    /**
     * The preset as a group.
     *
     * @param name with the at sign
     * @throws IllegalArgumentException if there is none of that name; the message names those that there are
     */
    Selection selection(String name, int index, RuleParser parser) {
        for (Map.Entry<String, List<String>> section : sections.entrySet()) {
            String heading = section.getKey();
            if (heading.startsWith("[" + name.substring(1) + "]")) {
                Selection selection = new Selection(new MethodGroup(index, name, heading.endsWith(OUTERMOST)));
                fill(selection, section.getValue(), parser);
                return selection;
            }
        }
        throw new IllegalArgumentException("\"" + name + "\" is no preset" + hint(name));
    }

    /** Whoever writes a method behind a preset, or an annotation without its package, learns how to. */
    private String hint(String name) {
        String word = name.replaceFirst("#.*", "");
        String nearest = NearestWord.to(word.toLowerCase(Locale.ROOT), names());
        return nearest == null
                ? "; there are " + String.join(", ", names()) + "; an annotation needs its package, or @**."
                        + name.substring(1)
                : ", did you mean " + nearest + "?";
    }

    private static void fill(Selection selection, List<String> lines, RuleParser parser) {
        for (String line : lines) {
            if (line.startsWith("-")) {
                selection.exceptions().add(parser.parse(line.substring(1)));
            } else if (line.startsWith("~")) {
                selection.continuations().add(parser.parse(line.substring(1)));
            } else {
                selection.rules().add(parser.parse(line));
            }
        }
    }
}
