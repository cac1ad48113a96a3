package com.fusioncommerce.streams;

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

@AnalyzeClasses(packages = "com.fusioncommerce.streams", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "com.fusioncommerce.streams.";

    /** Packages that are no domains; every other package is one, also a new one. */
    private static final Set<String> OTHERS = Set.of("kernel", "query", "deadletters");

    private static final DescribedPredicate<JavaClass> DOMAINS = DescribedPredicate.describe(
            "are of a domain", type -> !domain(type.getPackageName()).isEmpty());

    private static String domain(String packageName) {
        String name = packageName.startsWith(ROOT)
                ? packageName.substring(ROOT.length()).split("\\.", 2)[0]
                : "";
        return OTHERS.contains(name) ? "" : name;
    }

    @ArchTest
    static void every_domain_is_found(JavaClasses all) {
        assertThat(all.stream().map(type -> domain(type.getPackageName())).filter(name -> !name.isEmpty()))
                .contains("catalog", "inventory", "orders");
    }

    @ArchTest
    static final ArchRule DOMAINS_ARE_PURE = noClasses()
            .that(DOMAINS)
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
    static final ArchRule DOMAINS_DO_NOT_KNOW_EACH_OTHER = slices().assignedFrom(new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                    String domain = domain(type.getPackageName());
                    return domain.isEmpty() ? SliceIdentifier.ignore() : SliceIdentifier.of(domain);
                }

                @Override
                public String getDescription() {
                    return "domains";
                }
            })
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
            .dependOnClassesThat(DOMAINS);

    @ArchTest
    static final ArchRule DECISIONS_HAVE_NO_CLOCK_AND_NO_DICE = noClasses()
            .that(DOMAINS)
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
