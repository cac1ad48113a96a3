package com.fusioncommerce.api;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.RegistryConfig;
import com.fusioncommerce.schemas.SchemaRegistry;
import com.fusioncommerce.streams.CommerceConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the API and its Kafka Streams application until the process is terminated. */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final int CONFIGURATION = 2;
    private static final int FAILED = 1;

    private Main() {}

    /**
     * Starts the API; {@code --help} prints the configuration instead. The exit code is 2 if the configuration is
     * invalid.
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.print(help());
            return;
        }
        Api api;
        try {
            api = start(System.getenv());
        } catch (IllegalArgumentException e) {
            LOG.error("wrong configuration:\n{}", e.getMessage());
            System.exit(CONFIGURATION);
            return;
        } catch (RuntimeException e) {
            LOG.error("cannot start", e);
            System.exit(FAILED);
            return;
        }
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            api.close();
                            ended.countDown();
                        },
                        "shutdown"));
        ended.await();
    }

    /**
     * Starts the API with the configuration of an environment.
     *
     * @throws IllegalArgumentException that names every invalid value
     */
    static Api start(Map<String, String> environment) {
        List<String> errors = new ArrayList<>();
        ApiConfig config = read(ApiConfig::fromEnvironment, environment, errors);
        Map<String, String> complete = config == null ? environment : ApiConfig.withAdvertised(environment, config);
        CommerceConfig commerce = read(CommerceConfig::fromEnvironment, complete, errors);
        RegistryConfig registry = read(RegistryConfig::fromEnvironment, environment, errors);
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", errors));
        }
        Api api = Api.create(config, commerce, new AvroCodec(SchemaRegistry.connect(registry)));
        api.start();
        LOG.info("listening at {}:{}", config.host(), api.port());
        return api;
    }

    private static <T> T read(
            Function<Map<String, String>, T> reader, Map<String, String> environment, List<String> errors) {
        try {
            return reader.apply(environment);
        } catch (IllegalArgumentException e) {
            errors.add(e.getMessage());
            return null;
        }
    }

    /** The help text: all configuration keys. */
    static String help() {
        Map<String, String> keys = new LinkedHashMap<>(ApiConfig.KEYS);
        keys.putAll(CommerceConfig.KEYS);
        keys.put(RegistryConfig.URL, "base URLs of the schema registry's Confluent API, separated by commas");
        keys.put(RegistryConfig.USER_INFO, "user:password for the schema registry");
        StringBuilder text = new StringBuilder("FusionCommerce API. Configured by environment variables:\n\n");
        keys.forEach((key, meaning) -> text.append(String.format("  %-32s %s%n", key, meaning)));
        return text.toString();
    }
}
