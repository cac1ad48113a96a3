package com.fusioncommerce.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.example.ProductAndExample;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

/** Architecture rules of every domain, applied to the example. */
@AnalyzeClasses(packages = "com.fusioncommerce.streams", importOptions = ProductAndExample.class)
class ExampleArchitectureTest {
    @ArchTest
    static final ArchTests RULES = ArchTests.in(ArchitectureTest.class);

    /** Without imported classes every rule would pass. */
    @ArchTest
    static void the_example_is_looked_at(JavaClasses all) {
        assertThat(all.contain("com.fusioncommerce.streams.visits.VisitDecider"))
                .isTrue();
    }
}
