package com.fusioncommerce.api;

/** Runs {@link EveryOperationTest} with the operations of the example. */
class ExampleOperationsTest extends EveryOperationTest {
    ExampleOperationsTest(ApiExtension.Shared shared) {
        super(shared);
    }
}
