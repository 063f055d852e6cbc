package io.echotrace.agent.control;

import org.jspecify.annotations.Nullable;

/**
 * What a load of the agent asks for: {@code @VERB[#ID][ REST]}. A text without the sign is the options of a start.
 * Immutable.
 */
final class Message {
    private static final char SIGN = '@';
    private static final char ID_SIGN = '#';

    private final String verb;
    private final @Nullable String id;
    private final String rest;

    private Message(String verb, @Nullable String id, String rest) {
        this.verb = verb;
        this.id = id;
        this.rest = rest;
    }

    static Message of(@Nullable String text) {
        if (text == null || text.isEmpty() || text.charAt(0) != SIGN) {
            return new Message(StartCommand.VERB, null, StartCommand.withoutFolder(text));
        }
        int blank = text.indexOf(' ');
        String head = blank < 0 ? text.substring(1) : text.substring(1, blank);
        String rest = blank < 0 ? "" : text.substring(blank + 1);
        int sign = head.indexOf(ID_SIGN);
        return sign < 0
                ? new Message(head, null, rest)
                : new Message(head.substring(0, sign), head.substring(sign + 1), rest);
    }

    String verb() {
        return verb;
    }

    /** By which the sender finds the answer; null if nobody waits for one. */
    @Nullable String id() {
        return id;
    }

    /** What stands behind the verb; empty when nothing does. */
    String rest() {
        return rest;
    }
}
