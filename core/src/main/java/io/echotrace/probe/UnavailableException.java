package io.echotrace.probe;

/**
 * Thrown while a probe or a {@link CallSource} is read whose values are not to be had, here or just now; its message is
 * the reason that the user reads in their place.
 */
public final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param reason a phrase in lower case, such as {@code no local file system} */
    public UnavailableException(String reason) {
        super(reason, null, false, false); // a statement, not a fault: no stack trace
    }
}
