package io.echotrace;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The stages stay apart: only the mapping and the wiring know both measurement and sound. */
@AnalyzeClasses(packages = "io.echotrace", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] MEASUREMENT = {
        "io.echotrace.metric",
        "io.echotrace.probe",
        "io.echotrace.anomaly",
        "io.echotrace.finding",
        "io.echotrace.series",
    };
    private static final String[] SOUND = {
        "io.echotrace.timeline",
        "io.echotrace.voice",
        "io.echotrace.synth",
        "io.echotrace.output",
        "io.echotrace.sound",
    };
    /** Probes measure what differs from run to run anyway, and the wiring does not compute: no other is left out. */
    private static final String[] REACHES_SAMPLES_OR_SCORES = {
        "io.echotrace.metric",
        "io.echotrace.series",
        "io.echotrace.anomaly",
        "io.echotrace.finding",
        "io.echotrace.mapping",
        "io.echotrace.timeline",
        "io.echotrace.voice",
        "io.echotrace.synth",
        "io.echotrace.output",
        "io.echotrace.sound",
    };

    @ArchTest
    static final ArchRule sound_knowsNothingOfMeasurement = noClasses()
            .that()
            .resideInAnyPackage(SOUND)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(MEASUREMENT);

    @ArchTest
    static final ArchRule measurement_knowsNothingOfSound = noClasses()
            .that()
            .resideInAnyPackage(MEASUREMENT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SOUND);

    @ArchTest
    static final ArchRule mapping_isKnownToTheWiringAlone = classes()
            .that()
            .resideInAPackage("io.echotrace.mapping")
            .should()
            .onlyBeAccessed()
            .byAnyPackage("io.echotrace.mapping", "io.echotrace.session");

    @ArchTest
    static final ArchRule mapping_knowsNoProbes_andNoOutputs = noClasses()
            .that()
            .resideInAPackage("io.echotrace.mapping")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.echotrace.probe", "io.echotrace.output", "io.echotrace.voice");

    @ArchTest
    static final ArchRule machine_isReadByProbesAlone = noClasses()
            .that()
            .resideOutsideOfPackage("io.echotrace.probe")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("oshi..", "java.lang.management..", "javax.management..", "com.sun.management..");

    @ArchTest
    static final ArchRule speaker_isKnownToTheOutputAlone = noClasses()
            .that()
            .resideOutsideOfPackage("io.echotrace.output")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javax.sound..");

    @ArchTest
    static final ArchRule clock_isReadByTheWiringAlone = noClasses()
            .that()
            .resideOutsideOfPackage("io.echotrace.session")
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.Instant.class, "now");

    @ArchTest
    static final ArchRule host_isLeftItsStreamsSettingsAndLogging = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(System.class, "setProperty", String.class, String.class)
            .orShould()
            .callMethod(java.lang.management.ManagementFactory.class, "getPlatformMBeanServer")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.slf4j..");

    /** {@code Math} may round differently from JDK to JDK; the sound must not. */
    @ArchTest
    static final ArchRule sound_isTheSameOnEveryJdk = noClasses()
            .that()
            .resideInAnyPackage(REACHES_SAMPLES_OR_SCORES)
            .should()
            .callMethodWhere(InexactMath.calls());

    @ArchTest
    static final ArchRule packages_haveNoCycles =
            slices().matching("io.echotrace.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packages_areNamedAfterWhatTheyAreFor =
            noClasses().should().resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..", "..manager..");
}
