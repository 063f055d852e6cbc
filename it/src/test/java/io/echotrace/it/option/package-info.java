/** The agent's options, as their effects are seen from outside of a real JVM. */
package io.echotrace.it.option;
