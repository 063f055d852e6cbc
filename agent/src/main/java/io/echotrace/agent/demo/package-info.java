/**
 * The program that {@code demo} makes audible: a small HTTP server that is put under load and then into trouble by
 * itself, one phase after another, in about two minutes.
 *
 * <p>Depends on the JDK only, so that it runs as any watched program does. Its threads are named {@code shop-…}.
 */
package io.echotrace.agent.demo;
