package com.fusioncommerce.models;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "com.fusioncommerce", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule features_and_simulation_are_pure = noClasses()
            .that()
            .resideInAnyPackage("..models.features..", "..models.simulation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.djl..", "ml.dmlc..", "java.io..", "java.nio.file..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule whoever_scores_needs_no_training_libraries = noClasses()
            .that()
            .resideOutsideOfPackage("..models.training..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ml.dmlc..", "ai.onnx..", "..models.training..");
}
