/**
 * The timing of methods: how it gets into their code, and out again.
 *
 * <p>{@link io.echotrace.agent.weave.MethodTiming} is one run of it. {@link io.echotrace.agent.weave.RecorderInjection}
 * first brings {@link io.echotrace.agent.weave.CallRecorder}, which counts, to where all classes of the JVM see it. From
 * then on {@link io.echotrace.agent.weave.WeavingTransformer} is asked about each class that is loaded; for those that have
 * methods to time {@link io.echotrace.agent.weave.ClassWeaver} puts {@link io.echotrace.agent.weave.TimedCall} around
 * them. {@link io.echotrace.agent.weave.Retransformation} has classes that are there already asked about again, and once
 * more at the end, without the transformer: that gives their code back. {@link io.echotrace.agent.weave.SlotSource} is
 * where the session fetches the counts of a group.
 *
 * <p>Depends on {@code host}, {@code pattern}, core and Byte Buddy; nothing of it is loaded where no methods are to be
 * timed. Woven code runs in the host's threads, and so does the transformer; the counts are fetched by the probe thread,
 * and what is loaded already is changed by the load's thread or by {@code echotrace-weaver}.
 */
package io.echotrace.agent.weave;
