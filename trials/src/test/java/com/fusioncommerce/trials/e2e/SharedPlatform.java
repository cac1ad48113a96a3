package com.fusioncommerce.trials.e2e;

import com.fusioncommerce.api.web.Scope;
import com.fusioncommerce.druid.DruidClient;
import com.fusioncommerce.druid.DruidException;
import com.fusioncommerce.druid.DruidQuery;
import com.fusioncommerce.druid.QueryArguments;
import com.fusioncommerce.druid.Row;
import com.fusioncommerce.platform.Platform;
import com.fusioncommerce.platform.cli.HomeOption;
import com.fusioncommerce.platform.cli.Tokens;
import com.fusioncommerce.platform.config.Directories;
import com.fusioncommerce.platform.config.Home;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.config.Ports;
import com.fusioncommerce.platform.supervisor.Watcher;
import com.fusioncommerce.schemas.Actor;
import com.fusioncommerce.workloads.client.ClientSettings;
import com.fusioncommerce.workloads.client.FusionClient;
import com.fusioncommerce.workloads.client.NewOrder;
import com.fusioncommerce.workloads.client.NewProduct;
import com.fusioncommerce.workloads.client.PlacedOrder;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** JUnit extension that provides one running platform for all tests; each test uses its own tenant. */
public final class SharedPlatform implements ParameterResolver {
    static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> TENANT_SCOPES = List.of(
            "catalog:read",
            "catalog:write",
            "stock:read",
            "stock:write",
            "orders:read",
            "orders:write",
            "orders:import",
            "events:read",
            "dashboards:read");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Running.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Running.class, any -> Running.start(), Running.class);
    }

    /** The running platform, with test helpers. */
    public static final class Running implements AutoCloseable {
        private final HttpClient http = HttpClient.newHttpClient();
        private final Path directory;
        private final Platform platform;
        private final DruidClient druid;

        private Running(Path directory, Platform platform) {
            this.directory = directory;
            this.platform = platform;
            this.druid = new DruidClient(platform.config().druidUrl(), Duration.ofSeconds(30));
        }

        static Running start() {
            try {
                Path directory = Files.createTempDirectory("fusion-e2e");
                PlatformConfig config = PlatformConfig.local(HomeOption.root(), new Home(directory), Ports.free());
                return new Running(directory, Platform.start(config, Set.of(), Watcher.silent()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (Exception e) {
                throw new IllegalStateException("the platform did not start", e);
            }
        }

        /** The platform. */
        public Platform platform() {
            return platform;
        }

        PlatformConfig config() {
            return platform.config();
        }

        Path home() {
            return directory;
        }

        /** A token with all scopes of a tenant. */
        String token(String tenant) {
            return token(tenant, Actor.service("e2e"), TENANT_SCOPES);
        }

        /** A token of a person who operates the platform. */
        String operatorToken() {
            return token(
                    "operators",
                    Actor.staff("operator"),
                    List.of(Scope.DASHBOARDS_READ.claim(), Scope.PLATFORM_OPERATE.claim()));
        }

        private String token(String tenant, Actor actor, List<String> scopes) {
            try {
                return new Tokens(config().home()).issue(tenant, actor, scopes, Duration.ofHours(1));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        FusionClient client(String tenant) {
            return new FusionClient(ClientSettings.of(config().apiUrl(), token(tenant)));
        }

        /** Opens a shop of a tenant that sells mugs at 2.55 GBP. */
        FusionClient shop(String tenant, long mugs) {
            FusionClient client = client(tenant);
            client.createProduct(new NewProduct("MUG", "Mug", new BigDecimal("2.55"), "GBP"), "product")
                    .join();
            client.setStock("MUG", mugs, "stock").join();
            return client;
        }

        static NewOrder mugs(long quantity) {
            return mugs("c1", quantity);
        }

        static NewOrder mugs(String customer, long quantity) {
            return new NewOrder(
                    customer, "GB", "GB", null, "web", List.of(new NewOrder.Line("MUG", quantity, null)), null, null);
        }

        PlacedOrder awaitStatus(FusionClient client, String orderId, String status) {
            return Awaitility.await("order " + orderId + " is " + status)
                    .atMost(PATIENCE)
                    .until(() -> client.order(orderId).join().orElseThrow(), order -> order.status()
                            .equals(status));
        }

        HttpResponse<String> get(String tenant, String path) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create(config().apiUrl() + path))
                    .header("Authorization", "Bearer " + token(tenant))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }

        /** Rows of a query; empty while Druid is not ready. */
        List<Row> druid(DruidQuery query, QueryArguments arguments) {
            try {
                return druid.query(query, arguments);
            } catch (DruidException e) {
                return List.of();
            }
        }

        long pid(String part) {
            return platform.pid(part).orElseThrow();
        }

        /** Kills a part with kill -9. */
        void kill(String part) {
            ProcessHandle process = ProcessHandle.of(pid(part)).orElseThrow();
            process.destroyForcibly();
            process.onExit().join();
        }

        /** Waits until a killed part runs again, with another process id. */
        void awaitRestart(String part, long oldPid) {
            Awaitility.await(part + " runs again").atMost(PATIENCE).until(() -> platform.pid(part).stream()
                    .anyMatch(pid -> pid != oldPid));
        }

        @Override
        public void close() throws IOException {
            platform.close();
            Directories.delete(directory);
        }
    }
}
