/**
 * Measures what timing one call costs, the agent's way and the ways of others, each on the same method. Not run by the
 * build, as a loaded machine would decide what it finds; {@code call-cost.sh} runs it.
 */
package io.echotrace.it.cost;
