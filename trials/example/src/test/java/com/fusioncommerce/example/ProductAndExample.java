package com.fusioncommerce.example;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Imports production classes and those of the example domain, which lies among the test classes. */
public final class ProductAndExample implements ImportOption {
    private static final ImportOption NO_TESTS = new ImportOption.DoNotIncludeTests();

    @Override
    public boolean includes(Location location) {
        boolean isExample = location.contains("/visits/") && !location.contains("Test.class");
        return isExample || (NO_TESTS.includes(location) && !location.contains("-tests.jar"));
    }
}
