package com.fusioncommerce.streams;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "com.fusioncommerce.streams", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] DOMAINS = {
        "com.fusioncommerce.streams.catalog..",
        "com.fusioncommerce.streams.inventory..",
        "com.fusioncommerce.streams.orders.."
    };

    @ArchTest
    static final ArchRule DOMAINS_ARE_PURE = noClasses()
            .that()
            .resideInAnyPackage(DOMAINS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "org.rocksdb..",
                    "io.javalin..",
                    "java.io..",
                    "java.net..",
                    "com.fusioncommerce.streams.kernel.topology..");

    @ArchTest
    static final ArchRule DOMAINS_DO_NOT_KNOW_EACH_OTHER = slices().matching(
                    "com.fusioncommerce.streams.(catalog|inventory|orders)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule THE_KERNELS_FACE_IS_PURE = noClasses()
            .that()
            .resideInAPackage("com.fusioncommerce.streams.kernel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "com.fusioncommerce.streams.kernel.topology..");

    @ArchTest
    static final ArchRule THE_KERNEL_KNOWS_NO_DOMAIN = noClasses()
            .that()
            .resideInAPackage("com.fusioncommerce.streams.kernel..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DOMAINS);

    @ArchTest
    static final ArchRule DECISIONS_HAVE_NO_CLOCK_AND_NO_DICE = noClasses()
            .that()
            .resideInAnyPackage(DOMAINS)
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.Random.class);
}
