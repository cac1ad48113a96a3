/** Fixtures for tests of every module: the test jar of {@code schemas} holds this package and nothing else. */
package com.fusioncommerce.schemas.testing;
