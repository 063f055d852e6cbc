/**
 * The agent in JVMs that run already. {@code AttachTarget} is such a JVM. {@code ControlIT}, {@code LoadOrderIT} and {@code
 * DetachIT} load the jar with the least that can, {@code TestAttacher}, and look at what the agent does, answers and leaves
 * ({@code Traces}, {@code Left}); {@code AttachIT} and its neighbors use the command line, or {@code jcmd}, as users do.
 */
package io.echotrace.it.attach;
