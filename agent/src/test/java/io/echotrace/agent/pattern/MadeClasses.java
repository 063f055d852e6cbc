package io.echotrace.agent.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Class files that are made for a test, and found without a loader; it notes what it is asked for. */
final class MadeClasses implements ResourceLookup {
    private final Map<String, byte[]> classFiles = new HashMap<>();
    final List<String> asked = new ArrayList<>();

    @Override
    public byte @Nullable [] find(@Nullable ClassLoader loader, String internalName) {
        asked.add(internalName);
        byte[] classFile = classFiles.get(internalName);
        return classFile == null ? null : classFile.clone();
    }

    /** Adds a class with public methods without parameters. */
    MadeClasses add(String name, String superclass, List<String> interfaces, String... methods) {
        classFiles.put(name, make(name, superclass, interfaces, methods));
        return this;
    }

    byte[] classFile(String name) {
        return Objects.requireNonNull(classFiles.get(name));
    }

    static byte[] make(String name, String superclass, List<String> interfaces, String... methods) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, name, null, superclass, interfaces.toArray(new String[0]));
        for (String method : methods) {
            MethodVisitor visitor = writer.visitMethod(Opcodes.ACC_PUBLIC, method, "()V", null, null);
            visitor.visitCode();
            visitor.visitInsn(Opcodes.RETURN);
            visitor.visitMaxs(0, 1);
            visitor.visitEnd();
        }
        writer.visitEnd();
        return writer.toByteArray();
    }
}
