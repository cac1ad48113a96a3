package com.fusioncommerce.workloads;

import com.fusioncommerce.platform.cli.HomeOption;
import com.fusioncommerce.platform.cli.Tokens;
import com.fusioncommerce.schemas.Actor;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that use the API: which one, and with which token. */
public final class ApiOptions {
    @Mixin
    private HomeOption home;

    @Option(
            names = "--api",
            paramLabel = "URL",
            description = "The API (default: that of the platform that runs here).")
    private URI api;

    @Option(
            names = "--token",
            defaultValue = "${env:FUSION_TOKEN}",
            description = "Bearer token for that tenant (default: FUSION_TOKEN, or one made with this home's key).")
    private String token;

    /** The home. */
    public HomeOption home() {
        return home;
    }

    /** Where the API is. */
    public URI url() throws IOException {
        return api == null ? home.config().apiUrl() : api;
    }

    /** The token that was given, or one for a tenant, made with the home's key and valid so long. */
    public String token(String tenant, String subject, List<String> scopes, Duration life) throws IOException {
        return token == null || token.isBlank() ? new Tokens(home.home()).issue(tenant, Actor.service(subject), scopes, life) : token;
    }
}
