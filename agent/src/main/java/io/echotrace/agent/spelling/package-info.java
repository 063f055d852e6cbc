/**
 * Which of the words that are known a user meant who misspelt one.
 *
 * <p>Depends on the JDK. Run by the thread that starts the agent.
 */
package io.echotrace.agent.spelling;
