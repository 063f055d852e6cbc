package io.echotrace.agent.pattern;

import java.util.BitSet;
import java.util.List;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Goes through the methods of a class for which some rules hold, and finds the group of each. Used once. */
final class MethodScan extends ClassVisitor {
    private static final int API = Opcodes.ASM9;
    /** Without code, or made by the compiler to call another one. */
    private static final int NEVER_TIMED =
            Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_BRIDGE | Opcodes.ACC_SYNTHETIC;

    private final MethodPatterns patterns;
    private final BitSet holding;
    /** The numbers of the rules whose annotation the class bears. */
    private final BitSet borneByClass = new BitSet();

    private final ClassMatch match = new ClassMatch();

    /** @param holding the numbers of the rules that hold for the class, or may hold for some of its methods */
    MethodScan(MethodPatterns patterns, BitSet holding) {
        super(API);
        this.patterns = patterns;
        this.holding = holding;
    }

    ClassMatch match() {
        return match.isEmpty() ? ClassMatch.NONE : match;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        noteAnnotation(descriptor, borneByClass);
        return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        boolean timeable = (access & NEVER_TIMED) == 0 && name.charAt(0) != '<';
        return timeable ? new Method(name, descriptor) : null;
    }

    private void noteAnnotation(String descriptor, BitSet borne) {
        for (Rule rule : patterns.rules()) {
            if (rule.kind() == Rule.Kind.ANNOTATION && AnnotationNames.matches(rule.types(), descriptor)) {
                borne.set(rule.index());
            }
        }
    }

    private final class Method extends MethodVisitor {
        private final String name;
        private final String descriptor;
        private final BitSet borne = new BitSet();

        Method(String name, String descriptor) {
            super(API);
            this.name = name;
            this.descriptor = descriptor;
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
            noteAnnotation(annotation, borne);
            return null;
        }

        @Override
        public void visitEnd() {
            time();
            goOn();
        }

        private void time() {
            for (Selection exclusion : patterns.exclusions()) {
                if (isSelected(exclusion)) {
                    return;
                }
            }
            for (Selection selection : patterns.selections()) {
                if (isSelected(selection)) {
                    match.time(name, descriptor, selection.group());
                    return;
                }
            }
        }

        /** Whatever is left out or counts for another group, a request that goes on here has been counted before. */
        private void goOn() {
            for (Selection selection : patterns.selections()) {
                if (isAny(selection.continuations())) {
                    match.continueOne(name, descriptor, selection.group());
                }
            }
        }

        private boolean isSelected(Selection selection) {
            return isAny(selection.rules()) && !isAny(selection.exceptions());
        }

        private boolean isAny(List<Rule> rules) {
            for (Rule rule : rules) {
                if (holds(rule) && rule.namesMethod(name)) {
                    return true;
                }
            }
            return false;
        }

        private boolean holds(Rule rule) {
            int index = rule.index();
            return rule.kind() == Rule.Kind.ANNOTATION
                    ? borneByClass.get(index) || borne.get(index)
                    : holding.get(index);
        }
    }
}
