package io.echotrace.agent.pattern;

import io.echotrace.agent.pattern.Rule.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Reads single patterns, and gives each rule its number. */
final class RuleParser {
    /** Parts of names, in any alphabet, with single dots between them. */
    private static final Pattern CLASS = Pattern.compile("[\\w$*?\\P{ASCII}-]+(?:\\.[\\w$*?\\P{ASCII}-]+)*");

    private static final Pattern METHOD = Pattern.compile("[\\w$*?\\P{ASCII}-]+");

    private final List<Rule> rules = new ArrayList<>();

    /** All that have been read, by their number. */
    List<Rule> rules() {
        return Collections.unmodifiableList(rules);
    }

    /**
     * Reads {@code com.acme.Shop#checkout}, which may have a plus or an at sign before it.
     *
     * @throws IllegalArgumentException if it is none; the message says what is wrong and what is allowed
     */
    Rule parse(String text) {
        if (text.contains("::")) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" has two colons, but a method follows #, as in com.acme.Shop#checkout");
        }
        Kind kind = kind(text);
        String names = kind == Kind.NAME ? text : text.substring(1);
        int hash = names.indexOf('#');
        String type = hash < 0 ? names : names.substring(0, hash);
        String method = hash < 0 ? "*" : names.substring(hash + 1);
        if (!CLASS.matcher(type).matches()) {
            throw wrong(text, type, "a class such as com.acme.Shop or com.acme.**");
        }
        if (!METHOD.matcher(method).matches()) {
            throw wrong(text, method, "a method such as checkout or get*, without parentheses, after #");
        }
        Rule rule = new Rule(rules.size(), kind, type, method);
        rules.add(rule);
        return rule;
    }

    private static Kind kind(String text) {
        if (text.startsWith("+")) {
            return Kind.SUPER_TYPE;
        }
        return text.startsWith("@") ? Kind.ANNOTATION : Kind.NAME;
    }

    private static IllegalArgumentException wrong(String pattern, String part, String allowed) {
        String subject = part.equals(pattern) ? "" : part.isEmpty() ? "nothing in " : "\"" + part + "\" in ";
        return new IllegalArgumentException(subject + "\"" + pattern + "\" is not " + allowed);
    }
}
