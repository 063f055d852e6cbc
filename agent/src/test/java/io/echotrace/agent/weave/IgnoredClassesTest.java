package io.echotrace.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoredClassesTest {
    private final IgnoredClasses ignored = new IgnoredClasses();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.acme.P$ProxyHandler",
                "com.acme.Gateway$ProxyServlet",
                "com.acme.A$Proxy",
                "a._ClientProxyFactory"
            })
    void classesOfAProgram_thatAreCalledProxies_areNotIgnored(String name) {
        assertThat(ignored.contains(null, name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.sun.proxy.$Proxy12",
                "jdk.proxy2.$Proxy0",
                "com.acme.Shop_ClientProxy",
                "com.acme.Shop$$Lambda$14"
            })
    void classesThatAreMadeAtRunTime_areIgnored(String name) {
        assertThat(ignored.contains(null, name)).isTrue();
    }
}
