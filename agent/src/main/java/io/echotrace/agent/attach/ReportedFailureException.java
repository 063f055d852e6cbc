package io.echotrace.agent.attach;

import org.jspecify.annotations.Nullable;

/** What the attach API reports as failed. Not believed where a load is concerned: see {@link RemoteJvm#tell}. */
final class ReportedFailureException extends Exception {
    private static final long serialVersionUID = 1;

    ReportedFailureException(@Nullable Throwable reported) {
        super(text(reported), reported);
    }

    /** Whether the report contains the words; they differ between versions, and stand anywhere in the text. */
    boolean says(String words) {
        return String.valueOf(getMessage()).contains(words);
    }

    private static String text(@Nullable Throwable reported) {
        String message = reported == null ? null : reported.getMessage();
        return message == null ? String.valueOf(reported) : message;
    }
}
