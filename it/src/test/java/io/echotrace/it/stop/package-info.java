/** Stops of the JVM: whether each stands in the recording where it was, and is heard live. */
package io.echotrace.it.stop;
