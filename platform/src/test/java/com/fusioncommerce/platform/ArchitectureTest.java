package com.fusioncommerce.platform;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;

/** Who may use whom: the arrows between the modules. What holds within one is tested there. */
@AnalyzeClasses(packages = "com.fusioncommerce", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String OURS = "com.fusioncommerce..";
    private static final String CHECKER = "com.fusioncommerce.platform.chaos.checker..";

    @ArchTest
    static final ArchRule SCHEMAS_USE_NOTHING_OF_OURS = mayUse("schemas");

    @ArchTest
    static final ArchRule STREAMS_APPS_USE_SCHEMAS = mayUse("streams", "schemas");

    @ArchTest
    static final ArchRule MODELS_USE_SCHEMAS = mayUse("models", "schemas");

    @ArchTest
    static final ArchRule DRUID_SPECS_USE_SCHEMAS = mayUse("druid", "schemas");

    @ArchTest
    static final ArchRule FLINK_JOBS_USE_SCHEMAS_AND_MODELS = mayUse("flink", "schemas", "models");

    @ArchTest
    static final ArchRule THE_API_USES_SCHEMAS_STREAMS_AND_DRUID_SPECS = mayUse("api", "schemas", "streams", "druid");

    @ArchTest
    static final ArchRule ONLY_THE_API_SPEAKS_JAVALIN = noClasses()
            .that()
            .resideInAPackage(OURS)
            .and()
            // The limit that the API is measured against is its HTTP server with nothing behind it.
            .resideOutsideOfPackages(module("api"), "com.fusioncommerce.platform.bench.limit")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..");

    @ArchTest
    static final ArchRule ONLY_FLINK_JOBS_SPEAK_FLINK = noClasses()
            .that()
            .resideInAPackage(OURS)
            .and()
            .resideOutsideOfPackages(module("flink"), module("schemas"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.flink..");

    @ArchTest
    static final ArchRule SUPERVISION_KNOWS_NO_PART = classes()
            .that()
            .resideInAPackage("com.fusioncommerce.platform.supervisor..")
            .should()
            .onlyDependOnClassesThat(resideInAPackage("com.fusioncommerce.platform.supervisor..")
                    .or(DescribedPredicate.not(resideInAPackage(OURS))));

    /** It can only judge the product's code if it shares none with it. */
    @ArchTest
    static final ArchRule THE_CHECKER_IS_INDEPENDENT = classes()
            .that()
            .resideInAPackage(CHECKER)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    CHECKER, "java..", "org.apache.kafka..", "org.apache.avro..", "com.fasterxml.jackson.."));

    private static ArchRule mayUse(String module, String... others) {
        String[] allowed = Arrays.stream(others).map(ArchitectureTest::module).toArray(String[]::new);
        DescribedPredicate<JavaClass> elsewhere = DescribedPredicate.not(resideInAPackage(OURS));
        DescribedPredicate<JavaClass> permitted =
                others.length == 0 ? DescribedPredicate.not(alwaysTrue()) : resideInAnyPackage(allowed);
        return classes()
                .that()
                .resideInAPackage(module(module))
                .should()
                .onlyDependOnClassesThat(
                        resideInAPackage(module(module)).or(elsewhere).or(permitted));
    }

    private static String module(String name) {
        return "com.fusioncommerce." + name + "..";
    }
}
