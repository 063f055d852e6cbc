package io.echotrace.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoredClassesTest {
    private final IgnoredClasses ignored = new IgnoredClasses();
    private final ClassLoader programs = new ClassLoader() {};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.sun.proxy.$Proxy12",
                "jdk.proxy2.$Proxy3",
                "com.acme.Shop$$SpringCGLIB$$0",
                "com.acme.Shop_ClientProxy",
                "com.acme.Shop_Subclass",
                "com.acme.Shop_Subclass$$function$$1",
                "com.acme.Shop$Proxy$_$$_WeldClientProxy",
                "com.acme.Shop$$Lambda$14",
            })
    void classThatIsMadeAtRunTime_isLeftAlone(String name) {
        assertThat(ignored.contains(programs, name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.acme.Shop",
                "com.acme.Gateway$Proxy",
                "com.acme.Gateway$ProxyServlet",
                "com.acme.Gateway$ProxyHandler2",
                "com.acme.Own_ClientProxyFactory",
                "com.acme.Own_Subclass$Inner",
            })
    void classOfTheProgram_isNot_whateverItsName(String name) {
        assertThat(ignored.contains(programs, name)).isFalse();
    }
}
