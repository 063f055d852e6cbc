/**
 * What a test needs of the machine it runs on. A test says so with {@link io.echotrace.needs.NeedsSoundServer} or {@link
 * io.echotrace.needs.NeedsPrograms}, or calls {@link io.echotrace.needs.Missing#skip} where only it can find out. Where it
 * is missing the test is skipped, with a line on standard output that says what to install; where the variable {@code CI}
 * is {@code true}, and everything is promised to be there, it fails with the same line.
 */
package io.echotrace.needs;
