package com.fusioncommerce.api;

/** Runs {@link CommandFieldsTest} with the commands of the example. */
class ExampleFieldsTest extends CommandFieldsTest {
    ExampleFieldsTest(ApiExtension.Shared shared) {
        super(shared);
    }
}
