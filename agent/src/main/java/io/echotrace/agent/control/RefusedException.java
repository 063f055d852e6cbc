package io.echotrace.agent.control;

/** A message that was not carried out; its text says why, in one phrase for the user. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean forTheSenderOnly;

    /** For whoever sent the message; if nobody waits for an answer, for the user of the host. */
    RefusedException(String reason) {
        this(reason, false);
    }

    private RefusedException(String reason, boolean forTheSenderOnly) {
        super(reason);
        this.forTheSenderOnly = forTheSenderOnly;
    }

    /** Not worth a line when nobody waits for an answer. */
    static RefusedException forTheSenderOnly(String reason) {
        return new RefusedException(reason, true);
    }

    boolean isForTheSenderOnly() {
        return forTheSenderOnly;
    }
}
