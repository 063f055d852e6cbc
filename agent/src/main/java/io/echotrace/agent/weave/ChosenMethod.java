package io.echotrace.agent.weave;

/** A method that is to be timed. Immutable. */
final class ChosenMethod {
    /** The index of the group that it is counted in. */
    final int group;
    /** Its number in {@link TimedMethods}. */
    final int number;

    ChosenMethod(int group, int number) {
        this.group = group;
        this.number = number;
    }
}
