/** Faults that are real, of programs of the workshop: whether and when they are heard and named, and what health is called. */
@NullMarked
package io.echotrace.it.workshop;

import org.jspecify.annotations.NullMarked;
