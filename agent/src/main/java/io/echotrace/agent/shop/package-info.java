/**
 * A small web shop and its customers: the program that {@code demo} makes audible and on top of which {@code workshop}
 * brings about its faults.
 *
 * <p>Depends on the JDK only, so that it runs as any watched program does. Its threads are named {@code shop-…}.
 */
package io.echotrace.agent.shop;
