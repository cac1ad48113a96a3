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
    static final ArchRule ROUTES_KNOW_NO_KAFKA = noClasses()
            .that()
            // The gateway writes commands, streams and dashboards read events; the root package wires them.
            .resideOutsideOfPackages(
                    "com.fusioncommerce.api", "..api.commands..", "..api.events..", "..api.dashboards..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES = SlicesRuleDefinition.slices()
            .matching("com.fusioncommerce.api.(*)..")
            .should()
            .beFreeOfCycles();
}
