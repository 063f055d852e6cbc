package io.echotrace.agent.pattern;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.AccessController;
import java.security.PrivilegedAction;
import net.bytebuddy.jar.asm.ClassReader;
import org.jspecify.annotations.Nullable;

/** Class files as resources of the loader that knows the class. A loader may run the host's code for that. */
final class ClassFiles implements ResourceLookup {
    /** No class file of a program is larger; a resource of that name without an end is none. */
    private static final int MOST_BYTES = 16 << 20;

    private static final int BLOCK_BYTES = 4_096;
    private static final int MAJOR_VERSION = 6;
    private static final int JAVA_8 = 52;

    @Override
    public byte @Nullable [] find(@Nullable ClassLoader loader, String internalName) {
        String file = internalName + ".class";
        ClassLoader asked = loader == null ? JdkClasses.platformLoader() : loader;
        // A security manager of the host is meant for the host's code, of which there may be some on the stack.
        return AccessController.doPrivileged(new PrivilegedAction<byte @Nullable []>() {
            @Override
            public byte @Nullable [] run() {
                return read(asked, file);
            }
        });
    }

    private static byte @Nullable [] read(ClassLoader loader, String file) {
        try (InputStream stream = loader.getResourceAsStream(file)) {
            return stream == null ? null : readAll(stream);
        } catch (IOException | RuntimeException | LinkageError unreadable) {
            return null;
        }
    }

    private static byte @Nullable [] readAll(InputStream stream) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(BLOCK_BYTES);
        byte[] block = new byte[BLOCK_BYTES];
        for (int read = stream.read(block); read >= 0; read = stream.read(block)) {
            bytes.write(block, 0, read);
            if (bytes.size() > MOST_BYTES) {
                return null;
            }
        }
        return bytes.toByteArray();
    }

    /** For the whole class; null when the class file's version is newer than what can be read. */
    static @Nullable ClassReader reader(byte[] classFile) {
        try {
            return new ClassReader(classFile);
        } catch (IllegalArgumentException newer) {
            return null;
        }
    }

    /**
     * For the names of the class and its super types, whose place has been the same in all versions.
     *
     * @param classFile the caller's own: its version is changed
     */
    static ClassReader headerReader(byte[] classFile) {
        classFile[MAJOR_VERSION] = 0;
        classFile[MAJOR_VERSION + 1] = JAVA_8;
        return new ClassReader(classFile);
    }
}
