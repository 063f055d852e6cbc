/** Starts real JVMs and asks about their outside: exit codes, streams, files. */
package io.echotrace.it.jvm;
