package io.echotrace.agent.pattern;

import java.nio.charset.StandardCharsets;
import net.bytebuddy.jar.asm.ClassReader;

/** The annotations that a class file mentions. */
final class AnnotationNames {
    private static final int TAG_UTF8 = 1;

    private AnnotationNames() {}

    /** Whether the class file may bear such an annotation anywhere: whether it has such a type's descriptor in it at all. */
    static boolean mayBear(ClassReader classFile, ClassGlob annotation) {
        int count = classFile.getItemCount();
        for (int i = 1; i < count; i++) {
            int item = classFile.getItem(i);
            if (item != 0 && classFile.readByte(item - 1) == TAG_UTF8 && isDescriptor(classFile, item, annotation)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the descriptor is that of such an annotation. */
    static boolean matches(ClassGlob annotation, String descriptor) {
        return annotation.matches(descriptor, 1, descriptor.length() - 1);
    }

    private static boolean isDescriptor(ClassReader classFile, int item, ClassGlob annotation) {
        int length = classFile.readUnsignedShort(item);
        int first = item + 2;
        if (length < 3 || classFile.readByte(first) != 'L' || classFile.readByte(first + length - 1) != ';') {
            return false;
        }
        return matches(annotation, new String(classFile.readBytes(first, length), StandardCharsets.UTF_8));
    }
}
