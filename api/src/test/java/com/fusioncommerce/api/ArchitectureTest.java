package com.fusioncommerce.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(packages = "com.fusioncommerce.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule ONLY_WEB_KNOWS_THE_SERVER = noClasses()
            .that()
            .resideOutsideOfPackage("..api.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..");

    @ArchTest
    static final ArchRule NOTHING_OF_JOBS_MODELS_OR_THE_PLATFORM = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.fusioncommerce.flink..",
                    "com.fusioncommerce.models..",
                    "com.fusioncommerce.platform..",
                    "org.apache.flink..");

    @ArchTest
    static final ArchRule RESOURCES_KNOW_NO_KAFKA = noClasses()
            .that()
            .resideInAnyPackage(
                    "..api.resources..", "..api.web..", "..api.problem..", "..api.auth..", "..api.queries..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES = SlicesRuleDefinition.slices()
            .matching("com.fusioncommerce.api.(*)..")
            .should()
            .beFreeOfCycles();
}
