package com.fusioncommerce.api;

/** Every command's rules are kept as {@link CommandFieldsTest} says, those of the example's among them. */
class ExampleFieldsTest extends CommandFieldsTest {
    ExampleFieldsTest(ApiExtension.Shared shared) {
        super(shared);
    }
}
