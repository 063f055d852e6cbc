package io.echotrace.agent.workshop;

import org.jspecify.annotations.Nullable;

/** A small object (32 bytes) that refers to another: many of them in random order are what makes a collector work hard. */
final class Node {
    final @Nullable Node next;
    final long id;
    final long touched;

    Node(@Nullable Node next, long id) {
        this.next = next;
        this.id = id;
        this.touched = id;
    }
}
