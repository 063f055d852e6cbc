package io.echotrace.output;

/** There is nothing to play on; the message says why, in words for the user. */
final class NoSoundException extends Exception {
    private static final long serialVersionUID = 1;

    NoSoundException(String reason) {
        super(reason);
    }
}
