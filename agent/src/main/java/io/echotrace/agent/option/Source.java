package io.echotrace.agent.option;

/** Where the value of an option comes from, strongest first. */
public enum Source {
    ARGUMENTS("agent argument"),
    PROPERTY("system property"),
    ENVIRONMENT("environment variable"),
    DEFAULT("default");

    private final String description;

    Source(String description) {
        this.description = description;
    }

    /** The source in words for the user. */
    public String description() {
        return description;
    }
}
