package com.fusioncommerce.workloads;

import com.fusioncommerce.platform.cli.HomeOption;
import com.fusioncommerce.platform.cli.HttpUrl;
import com.fusioncommerce.platform.cli.Tokens;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.schemas.Actor;
import com.fusioncommerce.workloads.client.ApiReach;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of commands that call the API: its URL and a token. */
public final class ApiOptions {
    private static final Duration REACHED_WITHIN = Duration.ofSeconds(10);

    @Mixin
    private HomeOption home;

    @Option(
            names = "--api",
            paramLabel = "URL",
            converter = HttpUrl.class,
            description = "The API (default: that of the platform that runs here).")
    private URI api;

    @Option(
            names = "--token",
            defaultValue = "${env:FUSION_TOKEN}",
            description = "Bearer token for that tenant (default: FUSION_TOKEN, or one made with this home's key).")
    private String token;

    /** The selected home. */
    public HomeOption home() {
        return home;
    }

    /** The URL of the API. */
    public URI url() throws IOException {
        return api == null ? home.config(PlatformConfig.API_URL).apiUrl() : api;
    }

    /**
     * The URL of the API, once the API answers.
     *
     * @throws com.fusioncommerce.workloads.client.ApiUnreachableException if it does not answer in time
     */
    public URI reachable() throws IOException, InterruptedException {
        URI url = url();
        ApiReach.await(url, REACHED_WITHIN, System.err);
        return url;
    }

    /** The given token, or a new one for a tenant, signed with the home's key and valid for {@code life}. */
    public String token(String tenant, String subject, List<String> scopes, Duration life) throws IOException {
        return token == null || token.isBlank()
                ? new Tokens(home.home()).issue(tenant, Actor.service(subject), scopes, life)
                : token;
    }
}
