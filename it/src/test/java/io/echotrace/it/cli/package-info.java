/** The command line from outside. */
package io.echotrace.it.cli;
