/** What is counted of timed methods in real JVMs, and what the timing leaves behind. */
package io.echotrace.it.weave;
