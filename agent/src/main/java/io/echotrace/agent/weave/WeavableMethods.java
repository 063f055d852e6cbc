package io.echotrace.agent.weave;

import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/** The methods of a class file that can be timed: those with code that somebody has written, constructors not among them. */
final class WeavableMethods extends ClassVisitor {
    private static final int WITHOUT = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_BRIDGE | Opcodes.ACC_SYNTHETIC;

    private final Set<String> found = new HashSet<>();

    private WeavableMethods() {
        super(OpenedClassReader.ASM_API);
    }

    /** By name and descriptor in one: {@code checkout(I)V}. */
    static Set<String> in(byte[] classFile) {
        WeavableMethods methods = new WeavableMethods();
        new ClassReader(classFile)
                .accept(methods, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return methods.found;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access,
            String name,
            String descriptor,
            @Nullable String signature,
            String @Nullable [] exceptions) {
        if ((access & WITHOUT) == 0 && name.charAt(0) != '<') {
            found.add(name + descriptor);
        }
        return null;
    }
}
