package io.echotrace.it.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echotrace.ear.VirtualSoundCard;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.OnEveryJdk;
import io.echotrace.needs.NeedsSoundServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A detached agent is gone. */
@Isolated("a sound card has no patience")
class DetachIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int CYCLES = Integer.getInteger("detach.cycles", 10);
    /** One cycle in so many weaves methods, too, which takes longer than all the rest of it. */
    private static final int WEAVE_EVERY = 3;

    @TempDir
    Path folder;

    @OnEveryJdk
    void cycles_leaveNothingButTwoSmallClasses(int jdk) throws Exception {
        try (AttachTarget host = AttachTarget.start(new JvmLauncher(Jdks.home(jdk), folder))) {
            Traces traces = new Traces(Jdks.home(jdk), folder, host);
            Left before = Left.in(traces);
            try (TestAttacher attacher = new TestAttacher(host)) {
                attacher.tell("start", "- live=off,wav=long-%i.wav");
                attacher.awaitKey("values"); // so that all probes have been read once
                assertThat(attacher.tell("stop", "")).startsWith("ok ");
                assertGone(traces);
                before.assertNothingAddedTo(traces);
                for (int cycle = 2; cycle <= CYCLES; cycle++) {
                    String methods = cycle % WEAVE_EVERY == 0 ? ",methods=io.echotrace.it.host.**" : "";
                    assertThat(attacher.tell("start", "- live=off,wav=short-%i.wav" + methods))
                            .startsWith("ok ");
                    assertThat(attacher.tell("stop", "")).startsWith("ok ");
                }
                assertGone(traces);
                before.assertNothingAddedTo(traces);
                if (jdk > 8) {
                    assertThat(traces.classes())
                            .satisfiesExactlyInAnyOrder(
                                    line -> assertThat(line).contains("io.echotrace.agent.boot.AgentEntry"),
                                    line -> assertThat(line).contains("java.lang.EchoTraceCalls"));
                }
            }
        }
    }

    @Test
    void runThatIsOver_leavesNothing_andSaysNothing_andALaterOneIsLeftAlone() throws Exception {
        try (AttachTarget host = AttachTarget.start(
                        new JvmLauncher(Jdks.home(17), folder).agent("live=off,csv=1.csv,duration=1s"));
                TestAttacher attacher = new TestAttacher(host)) {
            await().atMost(PATIENCE).until(() -> Files.exists(folder.resolve("1.csv")));
            Traces traces = new Traces(Jdks.home(17), folder, host);
            assertGone(traces);
            assertThat(traces.threads()).noneMatch(name -> name.startsWith("echotrace"));
            assertThat(attacher.state()).isEmpty();
            assertThat(attacher.tell("start", "- live=off,csv=2.csv")).isEqualTo("ok measuring to 2.csv");
            assertThat(attacher.tell("stop", "over")).isEqualTo("error no run is over");
            attacher.load(JvmLauncher.AGENT, "@stop over");
            assertThat(attacher.tell("stop", "")).isEqualTo("ok detached; measurements complete: 2.csv");
            assertThat(host.jvm().stderr().lines()).hasSize(2).allMatch(line -> line.contains(": measuring to "));
        }
    }

    @Test
    @NeedsSoundServer
    void speaker_leavesNothing() throws Exception {
        try (VirtualSoundCard card = VirtualSoundCard.start(folder)) {
            JvmLauncher launcher = new JvmLauncher(Jdks.home(17), folder);
            card.environment().forEach(launcher::variable);
            try (AttachTarget host = AttachTarget.start(launcher);
                    TestAttacher attacher = new TestAttacher(host)) {
                Traces traces = new Traces(Jdks.home(17), folder, host);
                Left before = Left.in(traces);
                for (int cycle = 1; cycle <= 2; cycle++) {
                    assertThat(attacher.tell("start", "- live=on")).isEqualTo("ok playing");
                    assertThat(attacher.awaitKey("outputs")).startsWith("playing on ");
                    assertThat(attacher.tell("stop", "")).isEqualTo("ok detached");
                }
                assertGone(traces);
                before.assertNothingAddedTo(traces, "Java Sound Event Dispatcher"); // of the JDK, for good
            }
        }
    }

    /** The last load's thread may be at its last instruction when the answer is there. */
    private static void assertGone(Traces traces) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(traces.instances()).isEmpty());
    }
}
