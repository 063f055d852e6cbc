package io.echotrace.agent.attach;

/** A JVM could not be reached; the message tells the user why and what to do, in one line or two. */
public final class AttachException extends Exception {
    private static final long serialVersionUID = 1;

    AttachException(String message) {
        super(message);
    }
}
