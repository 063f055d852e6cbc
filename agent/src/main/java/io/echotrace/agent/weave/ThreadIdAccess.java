package io.echotrace.agent.weave;

import java.lang.reflect.Field;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Has the recorder ask the JVM itself for the id of the current thread, and whether it is a virtual one. {@code Thread.getId} is the host's where a class of
 * its overrides it, and may then say anything, or be a timed method, without end. From Java 19 on there is {@code
 * Thread.threadId}, which nobody overrides; up to then the field is read, as the JDK does it.
 */
final class ThreadIdAccess extends ClassVisitor {
    private static final String METHOD = "threadId";
    private static final String MAY_OWN = "mayOwn";
    private static final String IS_VIRTUAL = "isVirtual";
    private static final String THREAD = "java/lang/Thread";

    private final Class<?> unsafe;
    private final long offset;

    /** @param unsafe the JDK's own, which is visible to the class that is visited */
    ThreadIdAccess(ClassVisitor next, Class<?> unsafe, long offset) {
        super(OpenedClassReader.ASM_API, next);
        this.unsafe = unsafe;
        this.offset = offset;
    }

    /** Where threads keep their id, for the JDK's own Unsafe; negative where they need not be asked like that. */
    static long offset(Class<?> unsafeType, Object unsafe) throws ReflectiveOperationException {
        try {
            Thread.class.getMethod(METHOD);
            return -1;
        } catch (NoSuchMethodException beforeJava19) {
            Field id = Thread.class.getDeclaredField("tid");
            return (long) unsafeType.getMethod("objectFieldOffset", Field.class).invoke(unsafe, id);
        }
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
        if (name.equals(METHOD)) {
            writeThreadId(method);
            return null; // what is written there is left out
        }
        if (name.equals(MAY_OWN) && hasVirtualThreads()) {
            writeMayOwn(method);
            return null;
        }
        return method;
    }

    private static boolean hasVirtualThreads() {
        try {
            Thread.class.getMethod(IS_VIRTUAL);
            return true;
        } catch (NoSuchMethodException beforeJava19) {
            return false;
        }
    }

    private static void writeMayOwn(MethodVisitor method) {
        method.visitCode();
        method.visitInsn(Opcodes.ICONST_1);
        currentThread(method);
        method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, THREAD, IS_VIRTUAL, "()Z", false);
        method.visitInsn(Opcodes.ISUB); // not a virtual one
        method.visitInsn(Opcodes.IRETURN);
        method.visitMaxs(2, 0);
        method.visitEnd();
    }

    private void writeThreadId(MethodVisitor method) {
        method.visitCode();
        if (offset < 0) {
            currentThread(method);
            method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, THREAD, METHOD, "()J", false);
        } else {
            String type = unsafe.getName().replace('.', '/');
            method.visitMethodInsn(Opcodes.INVOKESTATIC, type, "getUnsafe", "()L" + type + ";", false);
            currentThread(method);
            method.visitLdcInsn(offset);
            method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, type, "getLong", "(Ljava/lang/Object;J)J", false);
        }
        method.visitInsn(Opcodes.LRETURN);
        method.visitMaxs(4, 0);
        method.visitEnd();
    }

    private static void currentThread(MethodVisitor method) {
        method.visitMethodInsn(Opcodes.INVOKESTATIC, THREAD, "currentThread", "()L" + THREAD + ";", false);
    }
}
