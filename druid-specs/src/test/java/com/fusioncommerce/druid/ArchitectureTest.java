package com.fusioncommerce.druid;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "com.fusioncommerce.druid", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule CLIENTS_USE_NOTHING_OF_DRUID = noClasses()
            .that()
            .resideOutsideOfPackage("..druid.avro..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.druid..", "com.google..", "..druid.avro..");

    @ArchTest
    static final ArchRule THE_EXTENSION_USES_WHAT_IS_IN_DRUIDS_PROCESS_ONLY = classes()
            .that()
            .resideInAPackage("..druid.avro..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.apache.druid..",
                    "org.apache.avro..",
                    "com.fasterxml.jackson..",
                    "com.google..",
                    "com.fusioncommerce.druid.avro..");
}
