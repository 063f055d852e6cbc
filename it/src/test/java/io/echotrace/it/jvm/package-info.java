/**
 * A forked JVM of any JDK: {@link io.echotrace.it.jvm.OnEveryJdk} repeats a test for each version, {@link
 * io.echotrace.it.jvm.Jdks} finds its home or skips the test, {@link io.echotrace.it.jvm.JvmLauncher} starts it with a
 * program of {@code io.echotrace.it.host}, and {@link io.echotrace.it.jvm.TargetJvm} and {@link
 * io.echotrace.it.jvm.Outcome} are its outside: exit code, streams, files.
 *
 * <p>The other fixtures: a sound card without hardware is {@link io.echotrace.ear.VirtualSoundCard}, a server under load is
 * in {@code io.echotrace.it.server}. What may be missing, and how a test is then skipped, is in {@link io.echotrace.needs}.
 */
package io.echotrace.it.jvm;
