package io.echotrace.agent.attach;

import java.util.List;

/** A name fits several JVMs. */
public final class AmbiguousNameException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Jvm> found;

    AmbiguousNameException(String message, List<Jvm> found) {
        super(message);
        this.found = found;
    }

    /** Those that it fits. */
    public List<Jvm> found() {
        return found;
    }
}
