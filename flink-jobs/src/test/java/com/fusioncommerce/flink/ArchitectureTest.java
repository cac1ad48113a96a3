package com.fusioncommerce.flink;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;

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

    /** Packages that jobs share; every other package is a job's, also a new one. */
    private static final Set<String> SHARED = Set.of("stream", "metrics", "web");

    private static final DescribedPredicate<JavaClass> JOBS =
            DescribedPredicate.describe("are of a job", type -> !job(type).isEmpty());

    private static String job(JavaClass type) {
        String root = "com.fusioncommerce.flink.";
        String name = type.getPackageName().startsWith(root)
                ? type.getPackageName().substring(root.length()).split("\\.", 2)[0]
                : "";
        return SHARED.contains(name) ? "" : name;
    }

    @ArchTest
    static void every_job_is_found(JavaClasses all) {
        assertThat(all.stream().map(ArchitectureTest::job)).contains("fraud", "analytics");
    }

    @ArchTest
    static final ArchRule a_job_knows_of_no_kafka = noClasses()
            .that(JOBS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.apache.flink.connector..");

    @ArchTest
    static final ArchRule jobs_know_nothing_of_each_other = slices().assignedFrom(new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                    return job(type).isEmpty() ? SliceIdentifier.ignore() : SliceIdentifier.of(job(type));
                }

                @Override
                public String getDescription() {
                    return "jobs";
                }
            })
            .should()
            .notDependOnEachOther();
}
