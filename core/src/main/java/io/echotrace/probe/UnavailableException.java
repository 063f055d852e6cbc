package io.echotrace.probe;

/** Thrown by a probe whose source is missing here; its message is the reason that the user reads. */
final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnavailableException(String reason) {
        super(reason, null, false, false); // a statement, not a fault: no stack trace
    }
}
