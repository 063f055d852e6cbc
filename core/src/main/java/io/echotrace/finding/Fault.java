package io.echotrace.finding;

/** What can be wrong, in the words that status, markers, CSV and report share. */
public enum Fault {
    CPU_SATURATION("CPU saturation"),
    GC_STORM("GC storm"),
    LONG_STOP("long stop-the-world pause"),
    DEADLOCK("deadlock"),
    LOCK_CONTENTION("lock contention"),
    MEMORY_FULL("memory nearly full");

    private final String title;

    Fault(String title) {
        this.title = title;
    }

    /** The fault's name for people. */
    public String title() {
        return title;
    }
}
