package io.echotrace.agent.pattern;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of types, by their name and the loader that was asked for them. It keeps no loader alive, and forgets all
 * of a loader's types when they get too many. Thread-safe.
 */
final class LoaderCache<V> {
    private static final int MOST_TYPES = 8_192;

    private final Map<Object, Map<String, V>> loaders = new ConcurrentHashMap<>();
    private final Map<String, V> ofJvm = new ConcurrentHashMap<>();
    private final ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();

    @Nullable V find(@Nullable ClassLoader loader, String name) {
        Map<String, V> types = loader == null ? ofJvm : loaders.get(new Sought(loader));
        return types == null ? null : types.get(name);
    }

    void put(@Nullable ClassLoader loader, String name, V value) {
        Map<String, V> types = loader == null ? ofJvm : typesOf(loader);
        if (types.size() >= MOST_TYPES) {
            types.clear();
        }
        types.put(name, value);
    }

    /** How many loaders it knows types of, the JVM's own left out. */
    int loaders() {
        forgetGone();
        return loaders.size();
    }

    private Map<String, V> typesOf(ClassLoader loader) {
        Map<String, V> types = loaders.get(new Sought(loader));
        if (types != null) {
            return types;
        }
        forgetGone();
        Map<String, V> fresh = new ConcurrentHashMap<>();
        Map<String, V> other = loaders.putIfAbsent(new Known(loader, gone), fresh);
        return other == null ? fresh : other;
    }

    private void forgetGone() {
        for (Reference<?> key = gone.poll(); key != null; key = gone.poll()) {
            loaders.remove(key);
        }
    }

    /** A loader by its identity: what its own {@code equals} says is the host's code. */
    private static final class Known extends WeakReference<ClassLoader> {
        private final int hash;

        Known(ClassLoader loader, ReferenceQueue<ClassLoader> queue) {
            super(loader, queue);
            hash = System.identityHashCode(loader);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof Known && get() != null && get() == ((Known) other).get());
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** What a loader is looked up with, without a reference that the garbage collector has to look after. */
    private static final class Sought {
        private final ClassLoader loader;

        Sought(ClassLoader loader) {
            this.loader = loader;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Known ? ((Known) other).get() == loader : other == this;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(loader);
        }
    }
}
