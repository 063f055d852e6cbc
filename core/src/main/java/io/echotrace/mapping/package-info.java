/**
 * What measurements should sound like: the one package that knows both metrics and sound.
 *
 * <p>Depends on {@code metric}, {@code anomaly}, {@code finding} and {@code timeline}. Run by the probe thread.
 */
package io.echotrace.mapping;
