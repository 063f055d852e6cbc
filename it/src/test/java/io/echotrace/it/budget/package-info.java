/**
 * Measures what the agent costs its host, and compares it with what it may cost. Not run by the build, as a loaded machine
 * would decide what it finds; {@code budgets.sh} runs it.
 */
package io.echotrace.it.budget;
