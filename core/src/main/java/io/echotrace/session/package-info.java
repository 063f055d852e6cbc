/**
 * The wiring: sessions of live measurement, and renderings of recorded ones. The only package that reads a clock.
 *
 * <p>Depends on all others. Owns the threads.
 */
package io.echotrace.session;
