package io.echotrace.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.echotrace.agent", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** The annotations are not looked for at run time. */
    @ArchTest
    static final ArchRule bootClasses_dependOnNothing = classes()
            .that()
            .resideInAPackage("..agent.boot")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify.annotations", "io.echotrace.agent.boot");

    /** The loader hides the rest from them: they are reached by name. */
    @ArchTest
    static final ArchRule nothing_dependsOnBootClasses = noClasses()
            .that()
            .resideOutsideOfPackage("..agent.boot")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..agent.boot");

    /** The demo's server is a host, a program of its own; and a user may ask for an end at a wrong option. */
    @ArchTest
    static final ArchRule standardOutput_isTheCommandLinesAlone = noClasses()
            .that()
            .resideOutsideOfPackages("..agent.cli", "..agent.demo..", "..agent.workshop")
            .and()
            .doNotHaveFullyQualifiedName("io.echotrace.agent.boot.AgentEntry")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(System.class, "setProperty", String.class, String.class);

    @ArchTest
    static final ArchRule host_isLeftItsLogging = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.slf4j..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.System$Logger");

    @ArchTest
    static final ArchRule options_andFileNames_standAlone = noClasses()
            .that()
            .resideInAnyPackage("..agent.option", "..agent.file")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..agent.cli", "..agent.host", "..agent.demo..");

    /** What is to be timed is one thing, the timing another. */
    @ArchTest
    static final ArchRule patterns_readClassFiles_andChangeNone = noClasses()
            .that()
            .resideInAPackage("..agent.pattern")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.lang.instrument", "net.bytebuddy", "net.bytebuddy.agent..", "net.bytebuddy.asm..")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("..agent.option", "..agent.host", "..agent.control", "..agent.cli");

    @ArchTest
    static final ArchRule packages_haveNoCycles =
            slices().matching("io.echotrace.agent.(*)..").should().beFreeOfCycles();
}
