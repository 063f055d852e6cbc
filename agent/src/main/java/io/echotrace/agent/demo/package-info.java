/**
 * The program that {@code demo} makes audible: a small web shop that is put under load and then into trouble by itself,
 * one phase after another, in about two minutes.
 *
 * <p>Depends on {@code shop}, {@code workshop} and the JDK only, so that it runs as any watched program does.
 */
package io.echotrace.agent.demo;
