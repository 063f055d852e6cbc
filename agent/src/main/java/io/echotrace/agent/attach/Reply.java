package io.echotrace.agent.attach;

/** What the agent has answered to a message. Immutable. */
public final class Reply {
    private final boolean ok;
    private final String text;

    Reply(boolean ok, String text) {
        this.ok = ok;
        this.text = text;
    }

    /** Whether it did as it was told. */
    public boolean isOk() {
        return ok;
    }

    /** What it did, or why it did not: one sentence. */
    public String text() {
        return text;
    }
}
