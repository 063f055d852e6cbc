/**
 * The agent and the command line.
 *
 * <p>Here is only what both share.
 */
package io.echotrace.agent;
