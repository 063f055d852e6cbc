package io.echotrace.agent.option;

/** How much the agent says on standard error; each level says what those before it say, too. */
public enum LogLevel {
    /** Nothing. */
    OFF,
    /** What does not work, one line for each kind of trouble. */
    WARN,
    /** The line at the start. */
    INFO,
    /** What was decided and why, and where trouble comes from. */
    DEBUG
}
