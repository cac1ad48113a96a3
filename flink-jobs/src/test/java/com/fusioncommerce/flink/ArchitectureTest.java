package com.fusioncommerce.flink;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "com.fusioncommerce.flink", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule jobs_know_of_schemas_and_models_only = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.fusioncommerce.streams..",
                    "com.fusioncommerce.druid..",
                    "com.fusioncommerce.api..",
                    "com.fusioncommerce.platform..",
                    "com.fusioncommerce.models.training..");

    @ArchTest
    static final ArchRule a_job_knows_of_no_kafka = noClasses()
            .that()
            .resideInAnyPackage("..flink.fraud..", "..flink.analytics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.apache.flink.connector..");

    @ArchTest
    static final ArchRule jobs_know_nothing_of_each_other = noClasses()
            .that()
            .resideInAPackage("..flink.fraud..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..flink.analytics..");
}
