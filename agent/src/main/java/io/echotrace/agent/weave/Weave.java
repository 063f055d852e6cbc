package io.echotrace.agent.weave;

/** What comes of weaving one class. For one thread. */
final class Weave {
    /** Whether any method has been changed. */
    boolean changed;
}
