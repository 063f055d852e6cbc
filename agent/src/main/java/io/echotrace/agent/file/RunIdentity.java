package io.echotrace.agent.file;

/** What tells one run from another. Immutable. */
public interface RunIdentity {
    /** The operating system's number of the process. */
    String processId();

    /** When the run started, as it sorts: {@code 20261122-214405}. */
    String startTime();

    /** The main class or jar, short. */
    String name();

    /** The machine's name. */
    String host();

    /** The value of an environment variable; empty when it is not set. */
    String variable(String name);
}
