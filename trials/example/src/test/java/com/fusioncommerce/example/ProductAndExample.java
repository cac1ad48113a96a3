package com.fusioncommerce.example;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** What is no test, and the example of a domain, which stands among tests as if it were none. */
public final class ProductAndExample implements ImportOption {
    private static final ImportOption NO_TESTS = new ImportOption.DoNotIncludeTests();

    @Override
    public boolean includes(Location location) {
        boolean isExample = location.contains("/visits/") && !location.contains("Test.class");
        return isExample || (NO_TESTS.includes(location) && !location.contains("-tests.jar"));
    }
}
