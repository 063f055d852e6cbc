package io.echotrace.agent.attach;

import java.io.File;
import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the agent's jar is loaded with to start the agent, or to tell it something: {@code @VERB#ID REST}. Immutable. */
public final class Message {
    private static final int ID_LENGTH = 8;
    private static final String NO_FOLDER = "-";

    private final String id = UUID.randomUUID().toString().substring(0, ID_LENGTH);
    private final String verb;
    private final String rest;

    private Message(String verb, String rest) {
        this.verb = verb;
        this.rest = rest;
    }

    /**
     * Starts the agent.
     *
     * @param folder what relative file names in the options are relative to: an absolute path, or null for the JVM's own
     * @param options the agent's options, as they follow {@code -javaagent:echotrace.jar=}
     */
    public static Message start(@Nullable String folder, String options) {
        return new Message(
                "start", (folder == null ? NO_FOLDER : encode(folder)) + (options.isEmpty() ? "" : " " + options));
    }

    /** Ends the agent, completes its files and removes what it left in the JVM. */
    public static Message stop() {
        return new Message("stop", "");
    }

    /** Marks this moment in the recording. */
    public static Message mark(String text) {
        return new Message("mark", text);
    }

    /** Says that somebody has noticed what is to be heard. */
    public static Message acknowledge() {
        return new Message("acknowledge", "");
    }

    /**
     * Changes what is played live.
     *
     * @param verb what is to be changed
     * @param value and how; empty where the verb says all
     */
    public static Message live(String verb, String value) {
        return new Message(verb, value);
    }

    /** By this the answer is recognized. */
    String id() {
        return id;
    }

    /** As the agent gets it. */
    String text() {
        return "@" + verb + "#" + id + (rest.isEmpty() ? "" : " " + rest);
    }

    /** Percent-encoded as RFC 3986 says, so that it has no space. */
    private static String encode(String folder) {
        try {
            return URLEncoder.encode(folder.replace(File.separatorChar, '/'), "UTF-8")
                    .replace("+", "%20")
                    .replace("%2F", "/");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
