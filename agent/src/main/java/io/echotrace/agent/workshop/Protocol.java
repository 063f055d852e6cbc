package io.echotrace.agent.workshop;

import java.io.PrintStream;
import java.util.Locale;

/** The lines on standard output that say what happens when: {@code EPOCH_MILLIS WORD REST}. Thread-safe. */
final class Protocol {
    private final PrintStream out;
    private boolean isEvident;

    Protocol(PrintStream out) {
        this.out = out;
    }

    void calm() {
        print("calm");
    }

    void fault(String name, double dial) {
        print("fault " + name + " dial=" + dial);
    }

    void healthy(String name) {
        print("healthy " + name);
    }

    /** Prints the first evidence and no other. */
    synchronized void evidence(String words) {
        if (!isEvident) {
            isEvident = true;
            print("evidence " + words);
        }
    }

    void rest() {
        print("rest");
    }

    void end() {
        print("end");
    }

    /** A share as evidence has it: {@code gc=0.123}. */
    static String words(String quantity, double value) {
        return String.format(Locale.ROOT, "%s=%.4g", quantity, value);
    }

    private synchronized void print(String line) {
        out.println(System.currentTimeMillis() + " " + line);
        out.flush();
    }
}
