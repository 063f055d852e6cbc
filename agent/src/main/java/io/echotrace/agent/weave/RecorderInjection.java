package io.echotrace.agent.weave;

import io.echotrace.agent.host.InternalPackage;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import org.jspecify.annotations.Nullable;

/**
 * Brings the recorder to where all code of the JVM sees it: a class of {@code java.lang}, defined for the boot loader
 * from memory, by the JDK's own Unsafe. A jar appended to the boot class path would need a temporary file and has JDKs
 * from 17 on print a warning.
 */
final class RecorderInjection {
    /** From Java 9 on; up to Java 8. */
    private static final String[] UNSAFE = {"jdk.internal.misc.Unsafe", "sun.misc.Unsafe"};

    private RecorderInjection() {}

    /** The recorder of this JVM; what an earlier run has brought is taken again. */
    static Recorder inject(Instrumentation instrumentation) throws IOException, ReflectiveOperationException {
        Class<?> present = find();
        return new Recorder(present != null ? present : define(instrumentation));
    }

    private static @Nullable Class<?> find() {
        try {
            return Class.forName(RecorderName.INJECTED, false, null);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static Class<?> define(Instrumentation instrumentation) throws IOException, ReflectiveOperationException {
        InternalPackage.MISC.grant(instrumentation);
        Class<?> unsafe = unsafe();
        Object theUnsafe = instance(unsafe);
        byte[] code = code(unsafe, ThreadIdAccess.offset(unsafe, theUnsafe));
        Method defineClass = unsafe.getMethod(
                "defineClass",
                String.class,
                byte[].class,
                int.class,
                int.class,
                ClassLoader.class,
                ProtectionDomain.class);
        try {
            String name = RecorderName.INJECTED.replace('.', '/');
            return (Class<?>) defineClass.invoke(theUnsafe, name, code, 0, code.length, null, null);
        } catch (InvocationTargetException e) {
            Class<?> present = find(); // another agent of ours may have been faster
            if (present != null) {
                return present;
            }
            throw e;
        }
    }

    private static byte[] code(Class<?> unsafe, long threadIdOffset) throws IOException {
        byte[] renamed = RecorderName.replace(ClassBytes.of(CallRecorder.class), RecorderName.INJECTED);
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(renamed).accept(new ThreadIdAccess(writer, unsafe, threadIdOffset), 0);
        return writer.toByteArray();
    }

    private static Class<?> unsafe() throws ClassNotFoundException {
        try {
            return Class.forName(UNSAFE[0]);
        } catch (ClassNotFoundException java8) {
            return Class.forName(UNSAFE[1]);
        }
    }

    private static Object instance(Class<?> unsafe) throws ReflectiveOperationException {
        Field theUnsafe = unsafe.getDeclaredField("theUnsafe");
        theUnsafe.setAccessible(true);
        return theUnsafe.get(null);
    }
}
