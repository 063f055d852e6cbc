package io.echotrace.agent.option;

/** One option's value, as it was written, and where. Immutable. */
public final class Setting {
    private final String key;
    private final String text;
    private final Object value;
    private final Source source;

    Setting(String key, String text, Object value, Source source) {
        this.key = key;
        this.text = text;
        this.value = value;
        this.source = source;
    }

    /** The option's key, with its number where an option may be given several times: {@code mbean.2}. */
    public String key() {
        return key;
    }

    /** The value as the user wrote it. */
    public String text() {
        return text;
    }

    public Source source() {
        return source;
    }

    Object value() {
        return value;
    }

    @Override
    public String toString() {
        return key + "=" + text + " (" + source.description() + ")";
    }
}
