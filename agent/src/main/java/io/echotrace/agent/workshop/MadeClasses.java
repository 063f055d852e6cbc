package io.echotrace.agent.workshop;

import java.lang.reflect.Proxy;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** Classes that are made at run time, each by a class loader of its own, as in a program full of scripts and proxies. */
final class MadeClasses {
    private static final Class<?>[][] KINDS = {
        {IntUnaryOperator.class},
        {IntUnaryOperator.class, Runnable.class},
        {IntUnaryOperator.class, Runnable.class, Callable.class},
        {IntUnaryOperator.class, Supplier.class, Comparator.class},
        {IntUnaryOperator.class, Consumer.class},
    };

    private MadeClasses() {}

    /** An object that refers to so many new classes; when it is garbage, so are they. */
    static IntUnaryOperator[] make(int many) {
        IntUnaryOperator[] made = new IntUnaryOperator[many];
        for (int i = 0; i < many; i++) {
            int number = i;
            ClassLoader loader = new ClassLoader(MadeClasses.class.getClassLoader()) {};
            made[i] = (IntUnaryOperator) Proxy.newProxyInstance(
                    loader, KINDS[i % KINDS.length], (proxy, method, arguments) -> (int) arguments[0] + number);
        }
        return made;
    }
}
