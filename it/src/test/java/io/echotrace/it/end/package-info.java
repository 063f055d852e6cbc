/** The end of the host, of the disk and of {@code monitor}: what is recorded is whole. */
package io.echotrace.it.end;
