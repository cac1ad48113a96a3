package com.fusioncommerce.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fusioncommerce.api.web.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * JUnit extension that injects an environment, or a client of a new tenant; all tests of the process share one broker
 * and one API.
 */
final class ApiExtension implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(ApiExtension.class);

    /** The shared environment. */
    static final class Shared implements AutoCloseable {
        private final ApiEnvironment platform = ApiEnvironment.start();
        private final Api api = platform.api(0, Map.of());

        ApiEnvironment platform() {
            return platform;
        }

        Api api() {
            return api;
        }

        /** The OpenAPI document, generated from the operations. */
        JsonNode document() {
            try {
                return Json.read(api.document());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        ApiClient newTenant() {
            return platform.newTenant(api);
        }

        /** A client of the same tenant with every scope, whose token expires soon. */
        ApiClient client(ApiClient tenant, Duration validFor) {
            return tenant.with(platform.token(tenant.tenant(), ApiEnvironment.ALL_SCOPES, validFor));
        }

        @Override
        public void close() {
            api.close();
            platform.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Shared.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(Shared.class, key -> new Shared());
    }
}
