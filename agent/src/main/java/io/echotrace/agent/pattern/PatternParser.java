package io.echotrace.agent.pattern;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the value of {@code methods=}: patterns, presets and exclusions with colons between them. Used once. */
final class PatternParser {
    private static final int MOST_GROUPS = 64;
    /** Two colons are within a part: whoever wrote {@code Shop::checkout} means one method, not two patterns. */
    private static final Pattern SEPARATOR = Pattern.compile("(?<!:):(?!:)");

    private final RuleParser parser = new RuleParser();
    private final Map<String, Selection> selections = new LinkedHashMap<>();
    private final List<Selection> exclusions = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    /** @throws IllegalArgumentException if nothing is left to time; the message is one phrase for the user */
    MethodPatterns parse(String text) {
        for (String part : SEPARATOR.split(text)) {
            try {
                read(part.trim());
            } catch (IllegalArgumentException wrong) {
                faults.add(String.valueOf(wrong.getMessage()));
            }
        }
        requireSome(text);
        return new MethodPatterns(new ArrayList<>(selections.values()), exclusions, parser.rules(), faults);
    }

    private void read(String pattern) {
        if (pattern.startsWith("-")) {
            exclusions.add(selection(pattern.substring(1), -1));
        } else if (!pattern.isEmpty() && !selections.containsKey(pattern)) {
            selections.put(pattern, selection(pattern, selections.size()));
        }
    }

    private void requireSome(String text) {
        if (selections.isEmpty() && !faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        if (selections.isEmpty()) {
            String missing = "\"" + text + "\" names no methods to time, such as com.acme.**";
            throw new IllegalArgumentException(exclusions.isEmpty() ? missing : missing + " beside what is left out");
        }
        if (selections.size() > MOST_GROUPS) {
            throw new IllegalArgumentException(
                    selections.size() + " patterns are more than the " + MOST_GROUPS + " that are allowed");
        }
    }

    private Selection selection(String pattern, int index) {
        if (isPreset(pattern)) {
            return Presets.load().selection(pattern, index, parser);
        }
        Selection selection = new Selection(new MethodGroup(index, pattern, false));
        selection.rules().add(parser.parse(pattern));
        return selection;
    }

    private static boolean isPreset(String pattern) {
        return pattern.startsWith("@") && pattern.indexOf('.') < 0 && pattern.indexOf('*') < 0;
    }
}
