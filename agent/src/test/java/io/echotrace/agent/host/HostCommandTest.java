package io.echotrace.agent.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.agent.option.Options;
import io.echotrace.agent.option.Settings;
import io.echotrace.agent.option.SettingsReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostCommandTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdk.compiler/com.sun.tools.javac.Main -d out A.java",
                "jdk.jcmd/sun.tools.jcmd.JCmd -l",
                "jdk.jcmd/sun.tools.jps.Jps",
                "java.base/sun.security.tools.keytool.Main -list",
                "jdk.jartool/sun.tools.jar.Main cf a.jar .",
                "jdk.jlink/jdk.tools.jlink.internal.Main",
                "jdk.jshell/jdk.internal.jshell.tool.JShellToolProvider",
                "jdk.jfr/jdk.jfr.internal.tool.Main summary a.jfr",
                "java.rmi/sun.rmi.registry.RegistryImpl",
                "com.sun.tools.javac.Main A.java",
                "sun.tools.jps.Jps",
                "sun.tools.jcmd.JCmd 1 Thread.print",
                "sun.security.tools.keytool.Main",
                "com.sun.java.util.jar.pack.Driver",
            })
    void toolsOfTheJdk_areRecognized(String command) {
        assertThat(host(command).isJdkTool()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.acme.Shop",
                "com.acme.shop/com.acme.Shop",
                "/opt/tomcat/lib/jdk.tool/app.jar",
                "target/app.jar --port 80",
                "org.apache.catalina.startup.Bootstrap start",
                "com.sundae.Main",
                "java.apps/app.jar --port 80",
                "jdk.apps/jdk.tool.jar",
                "java.apps/my app.jar",
                "jdk.compiler/com.sun.tools.javac.launcher.Main App.java",
                "jdk.compiler/com.sun.tools.javac.launcher.SourceLauncher jdk.apps/App.java a b",
            })
    void programs_areNoTools(String command) {
        assertThat(host(command).isJdkTool()).isFalse();
    }

    @Test
    void jvmWithoutMain_isNoHost_whenTheLauncherStartedIt() {
        assertThat(HostCommand.of(Map.of("sun.java.launcher", "SUN_STANDARD")).isJdkTool())
                .isTrue();
        assertThat(HostCommand.of(Map.of()).isJdkTool()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.Shop a b,Shop",
        "Shop,Shop",
        "com.acme.shop/com.acme.Shop,Shop",
        "target/shop-1.0.jar --port 80,shop-1.0",
        "shop.jar,shop",
        "/my apps/shop 2.jar x,shop 2",
        "com.acme.Shop config.jar x,Shop",
        "C:\\apps\\shop.jar,shop",
        "jdk.compiler/com.sun.tools.javac.launcher.Main src/Shop.java a,Shop",
        "/t/surefire/surefirebooter123.jar /t/surefire 2026,surefire",
        "org.apache.maven.surefire.booter.ForkedBooter /t,surefire",
        "'',java",
    })
    void shortName_isTheMainClassOrJar(String command, String expected) {
        assertThat(host(command).shortName()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.Shop a b,Shop,true",
        "com.acme.Shop a b,com.acme.*,true",
        "com.acme.shop/com.acme.Shop,com.acme.Shop,true",
        "target/shop-1.0.jar --port 80,shop-1.0,true",
        "target/shop-1.0.jar --port 80,shop*.jar,true",
        "/my apps/shop 2.jar x,*/shop%202.jar,true",
        "com.acme.Shop,Shopper:Sho,false",
        "com.acme.Shop x.Tool,*Tool,false",
        "'',java,true",
    })
    void skipping_asksForTheShortAndTheFullName(String command, String globs, boolean expected) {
        Settings settings = SettingsReader.read("skip=" + globs, Map.of(), Map.of());
        assertThat(host(command).matches(settings.get(Options.SKIP))).isEqualTo(expected);
    }

    private static HostCommand host(String command) {
        return HostCommand.of(Map.of("sun.java.command", command, "sun.java.launcher", "SUN_STANDARD"));
    }
}
