package io.echotrace.agent.weave;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.SimpleRemapper;
import net.bytebuddy.utility.OpenedClassReader;

/** The name by which woven code calls the recorder. */
final class RecorderName {
    /** In java.base, which every module reads, and in the one package that OSGi and JBoss never hide. */
    static final String INJECTED = "java.lang.EchoTraceCalls";

    private static final String WRITTEN = "io/echotrace/agent/weave/CallRecorder";

    private RecorderName() {}

    /** The class file with the recorder's name replaced, be it the recorder's own or one that calls it. */
    static byte[] replace(byte[] classFile, String name) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile)
                .accept(
                        new ClassRemapper(
                                writer, new SimpleRemapper(OpenedClassReader.ASM_API, WRITTEN, name.replace('.', '/'))),
                        ClassReader.SKIP_DEBUG);
        return writer.toByteArray();
    }
}
