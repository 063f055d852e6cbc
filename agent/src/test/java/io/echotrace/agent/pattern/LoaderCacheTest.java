package io.echotrace.agent.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoaderCacheTest {
    private final LoaderCache<String> cache = new LoaderCache<>();

    @Test
    void value_isThatOfTheTypeAndTheLoader() {
        ClassLoader one = new OwnLoader();
        ClassLoader other = new OwnLoader();
        cache.put(one, "a/Type", "of one");
        cache.put(null, "a/Type", "of the JVM");

        assertThat(cache.find(one, "a/Type")).isEqualTo("of one");
        assertThat(cache.find(other, "a/Type")).as("equal, but another").isNull();
        assertThat(cache.find(null, "a/Type")).isEqualTo("of the JVM");
        assertThat(cache.find(one, "a/Other")).isNull();
    }

    @Test
    void loader_isForgotten_onceNobodyElseKeepsIt() {
        for (int i = 0; i < 50; i++) {
            cache.put(new OwnLoader(), "a/Type", "value");
        }

        await().atMost(Duration.ofSeconds(60)).until(() -> {
            System.gc();
            return cache.loaders() == 0;
        });
    }

    @Test
    void types_areForgotten_whenTheyGetTooMany() {
        ClassLoader loader = new OwnLoader();
        for (int i = 0; i <= 8_192; i++) {
            cache.put(loader, "a/Type" + i, "value");
        }

        assertThat(cache.find(loader, "a/Type0")).isNull();
        assertThat(cache.find(loader, "a/Type8192")).isEqualTo("value");
    }

    /** All of them say that they are equal. */
    private static final class OwnLoader extends ClassLoader {
        @Override
        public boolean equals(Object other) {
            return other instanceof OwnLoader;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
