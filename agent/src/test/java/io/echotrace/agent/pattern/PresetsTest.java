package io.echotrace.agent.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Filter;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RecursiveTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresetsTest {
    private static final String OBJECT = "java/lang/Object";

    @Test
    void eachPreset_isOneGroup_thatCountsOutermostCalls() {
        assertThat(Presets.load().names()).containsExactly("@http", "@jdbc", "@messaging", "@executor");
        for (String name : Presets.load().names()) {
            List<MethodGroup> groups = MethodPatterns.parse(name).groups();
            assertThat(groups).extracting(MethodGroup::name).containsExactly(name);
            assertThat(groups).extracting(MethodGroup::outermostOnly).containsExactly(true);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "@http, javax/servlet/Servlet, service",
        "@http, jakarta/servlet/Servlet, service",
        "@http, jakarta/servlet/Filter, doFilter",
        "@http, org/glassfish/grizzly/http/server/HttpHandler, service",
        "@jdbc, java/sql/Statement, execute",
        "@jdbc, java/sql/PreparedStatement, executeQuery",
        "@jdbc, java/sql/CallableStatement, executeLargeBatch",
        "@messaging, javax/jms/MessageListener, onMessage",
        "@messaging, jakarta/jms/MessageListener, onMessage",
        "@messaging, org/springframework/kafka/listener/GenericMessageListener, onMessage",
        "@messaging, com/rabbitmq/client/Consumer, handleDelivery",
    })
    void implementers_areTimed(String preset, String type, String method) {
        byte[] classFile = MadeClasses.make("com/acme/Own", OBJECT, List.of(type), method, "toString");
        ClassMatch match = match(preset, "com/acme/Own", classFile);

        assertThat(match.group(method, "()V")).hasToString(preset);
        assertThat(match.size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "@http, org/apache/catalina/connector/CoyoteAdapter, service",
        "@http, org/eclipse/jetty/server/Server, handle",
        "@http, io/undertow/servlet/handlers/ServletInitialHandler, dispatchRequest",
        "@http, org/springframework/http/server/reactive/ReactorHttpHandlerAdapter, apply",
        "@http, io/vertx/ext/web/impl/RouterImpl, handle",
        "@http, com/linecorp/armeria/server/HttpServerHandler, handleRequest",
        "@messaging, org/springframework/jms/listener/AbstractMessageListenerContainer, invokeListener",
        "@messaging, org/springframework/amqp/rabbit/listener/AbstractMessageListenerContainer, invokeListener",
    })
    void entryPoints_areTimed(String preset, String type, String method) {
        byte[] classFile = MadeClasses.make(type, OBJECT, List.of(), method, "start");

        assertThat(match(preset, type, classFile).group(method, "()V")).hasToString(preset);
        assertThat(match(preset, type, classFile).size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "org/apache/catalina/connector/CoyoteAdapter, asyncDispatch",
        "org/eclipse/jetty/server/Server, handleAsync",
        "org/eclipse/jetty/ee10/servlet/ServletChannel, handle",
        "org/eclipse/jetty/ee9/nested/HttpChannel, handle",
        "io/undertow/servlet/handlers/ServletInitialHandler, dispatchToPath",
    })
    void laterPartsOfARequest_goOnWithIt(String type, String method) {
        ClassMatch match = match("@http", type, MadeClasses.make(type, OBJECT, List.of(), method));

        assertThat(match.continued(method, "()V")).extracting(MethodGroup::name).containsExactly("@http");
        assertThat(match.group(method, "()V")).isNull();
        assertThat(match.isEmpty()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"**:@http", "@http:-org.apache.catalina.**", "@http:-**", "@http:CoyoteAdapter#asyncDispatch"})
    void laterPartsOfARequest_goOnWithIt_whateverElseIsTimedOrLeftOut(String patterns) {
        String type = "org/apache/catalina/connector/CoyoteAdapter";
        ClassMatch match = match(patterns, type, MadeClasses.make(type, OBJECT, List.of(), "asyncDispatch"));

        assertThat(match.continued("asyncDispatch", "()V"))
                .extracting(MethodGroup::name)
                .containsExactly("@http");
    }

    @Test
    void whatAPresetLeavesOut_isLeftOutOfItAlone() {
        String type = "org/springframework/amqp/rabbit/listener/BlockingQueueConsumer$InternalConsumer";
        byte[] classFile = MadeClasses.make(type, OBJECT, List.of("com/rabbitmq/client/Consumer"), "handleDelivery");

        assertThat(match("@messaging", type, classFile).isEmpty()).isTrue();
        assertThat(match("@messaging:**#handleDelivery", type, classFile).group("handleDelivery", "()V"))
                .hasToString("**#handleDelivery");
        assertThat(match("**:-@messaging", type, classFile).size()).isEqualTo(1);
    }

    @Test
    void consumersThatOnlyHandMessagesOver_areNotTimed() {
        byte[] classFile = MadeClasses.make(
                "org/springframework/amqp/rabbit/core/RabbitTemplate$1",
                "org/springframework/amqp/rabbit/core/RabbitTemplate$TemplateConsumer",
                List.of("com/rabbitmq/client/Consumer"),
                "handleDelivery");

        assertThat(match("@messaging", "org/springframework/amqp/rabbit/core/RabbitTemplate$1", classFile)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void classesOfTheJdk_areTimed() throws IOException {
        assertThat(match("@http", Filter.Chain.class).group("doFilter", "(Lcom/sun/net/httpserver/HttpExchange;)V"))
                .isNotNull();
        assertThat(match("@executor", FutureTask.class).size()).isEqualTo(2);
        assertThat(match("@executor", RecursiveTask.class).group("exec", "()Z")).isNotNull();
        assertThat(timedOfJdk("java/util/concurrent/CompletableFuture$AsyncRun"))
                .isEqualTo(1);
        assertThat(timedOfJdk("java/util/concurrent/CompletableFuture$Completion"))
                .isEqualTo(2);
    }

    private static int timedOfJdk(String type) {
        byte[] classFile = Objects.requireNonNull(new ClassFiles().find(null, type));
        return new ClassMatcher(MethodPatterns.parse("@executor"))
                .match(null, type, null, classFile)
                .size();
    }

    private static ClassMatch match(String preset, Class<?> type) throws IOException {
        return new ClassMatcher(MethodPatterns.parse(preset))
                .match(type.getClassLoader(), type.getName().replace('.', '/'), null, ClassMatcherTest.classFile(type));
    }

    private static ClassMatch match(String patterns, String type, byte[] classFile) {
        ClassLoader loader = PresetsTest.class.getClassLoader();
        return new ClassMatcher(MethodPatterns.parse(patterns)).match(loader, type, null, classFile);
    }
}
