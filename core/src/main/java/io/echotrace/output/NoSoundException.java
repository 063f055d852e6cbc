package io.echotrace.output;

/** There is nothing to play on; the message says why, in words for the user. */
final class NoSoundException extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;
    private final boolean refusal;

    private NoSoundException(String reason, boolean refusal) {
        super(reason);
        this.reason = reason;
        this.refusal = refusal;
    }

    /** There is no such device. */
    static NoSoundException absent(String reason) {
        return new NoSoundException(reason, false);
    }

    /** There is a device, which does not play in the format it was asked for, or not now. */
    static NoSoundException refused(String reason) {
        return new NoSoundException(reason, true);
    }

    /** Why, in words for the user. */
    String reason() {
        return reason;
    }

    /** Whether another format is worth a try. */
    boolean isRefusal() {
        return refusal;
    }
}
