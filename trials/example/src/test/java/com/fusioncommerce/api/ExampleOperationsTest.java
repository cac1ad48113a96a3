package com.fusioncommerce.api;

/** Every operation is tried as {@link EveryOperationTest} does it, those of the example among them. */
class ExampleOperationsTest extends EveryOperationTest {
    ExampleOperationsTest(ApiExtension.Shared shared) {
        super(shared);
    }
}
