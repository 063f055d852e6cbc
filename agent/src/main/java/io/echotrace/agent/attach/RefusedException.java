package io.echotrace.agent.attach;

/** What the attach API reports as failed. Not believed where a load is concerned: see {@link RemoteJvm#tell}. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    RefusedException(Throwable reported) {
        super(text(reported), reported);
    }

    /** Whether the report contains the words; they differ between versions, and stand anywhere in the text. */
    boolean says(String words) {
        return String.valueOf(getMessage()).contains(words);
    }

    private static String text(Throwable reported) {
        String message = reported.getMessage();
        return message == null ? reported.toString() : message;
    }
}
