package com.fusioncommerce.platform;

import com.fusioncommerce.api.operations.FoundOperations;
import com.fusioncommerce.platform.cli.FusionCommand;
import com.fusioncommerce.platform.cli.HomeOption;
import com.fusioncommerce.platform.cli.TenantName;
import com.fusioncommerce.platform.cli.Tokens;
import com.fusioncommerce.platform.config.Home;
import com.fusioncommerce.schemas.Actor;
import com.fusioncommerce.schemas.Guests;
import com.fusioncommerce.schemas.Keys;
import com.google.auto.service.AutoService;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Issues a token for development. */
@AutoService(FusionCommand.class)
@Command(
        name = "token",
        description = {
            "Prints a bearer token for the API.",
            "",
            "It is signed with this home's development key, which is made at the first `up`; a real deployment has an "
                    + "identity provider instead (FUSION_JWKS)."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  TOKEN=$(fusion token --tenant acme)",
            "  curl -H \"Authorization: Bearer $TOKEN\" http://127.0.0.1:18080/v1/products",
            "  fusion token --tenant acme --scopes orders:read,events:read --subject alice --ttl 15m",
            "  fusion token --tenant acme --customer 17850 --scopes orders:read,orders:write"
        })
public final class TokenCommand implements FusionCommand, Callable<Integer> {
    private static final List<String> ROLES = List.of(Actor.STAFF, Actor.SERVICE, Actor.CUSTOMER);

    @Mixin
    private HomeOption option;

    @Option(names = "--tenant", converter = TenantName.class, required = true, description = "Whose data it opens.")
    private String tenant;

    @Option(
            names = "--scopes",
            paramLabel = "SCOPE",
            split = "[, ]",
            completionCandidates = Known.class,
            description = "What it allows; everything if not given: ${COMPLETION-CANDIDATES}.")
    private Set<String> scopes = new LinkedHashSet<>();

    @Option(names = "--subject", description = "Who it stands for (default: the customer, or developer).")
    private String subject;

    @Option(
            names = "--role",
            description =
                    "What the subject is to the tenant: staff and service reach what is the tenant's, customer what "
                            + "belongs to the customer of the subject's name (default: staff, or customer with --customer).")
    private String role;

    @Option(
            names = "--customer",
            paramLabel = "ID",
            description = "Keeps it to what belongs to this customer, as a shopper's token is kept.")
    private String customer;

    @Option(
            names = "--ttl",
            paramLabel = "TIME",
            defaultValue = "8h",
            converter = TimeToLive.class,
            description = "How long it is valid, such as 30s, 15m, 8h or 7d (default: ${DEFAULT-VALUE}).")
    private Duration validFor;

    @Spec
    private CommandSpec spec;

    @Override
    public int place() {
        return 70;
    }

    @Override
    public Integer call() throws IOException {
        List<String> known = FoundOperations.scopes();
        boolean given = spec.commandLine().getParseResult().hasMatchedOption("--scopes");
        Set<String> chosen = given ? scopes : new LinkedHashSet<>(known);
        if (chosen.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--scopes names no scope; leave it out for all of " + String.join(", ", known));
        }
        for (String scope : chosen) {
            if (!known.contains(scope)) {
                throw new ParameterException(
                        spec.commandLine(), "no scope is named '" + scope + "'; there are " + String.join(", ", known));
            }
        }
        Home home = option.home();
        Actor who = who();
        try {
            spec.commandLine().getOut().println(new Tokens(home).issue(tenant, who, List.copyOf(chosen), validFor));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        return Fusion.OK;
    }

    /** Scopes, loaded lazily for help texts only: every run of the command line creates this command. */
    private static final class Known implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return FoundOperations.scopes().iterator();
        }
    }

    private Actor who() {
        if (role != null && !ROLES.contains(role)) {
            throw new ParameterException(
                    spec.commandLine(), "no role is named '" + role + "'; there are " + String.join(", ", ROLES));
        }
        if (customer == null) {
            String known = role == null ? Actor.STAFF : role;
            return new Actor(subject == null ? "developer" : subject, List.of(known), null, null, null);
        }
        if (role != null && !role.equals(Actor.CUSTOMER)) {
            throw new ParameterException(
                    spec.commandLine(), "a token with --customer is a shopper's: leave --role " + role + " out");
        }
        if (!Keys.isId(customer) || Guests.isGuest(customer)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + customer + "' is no customer's id: " + Keys.ID_FORM + ", and not a guest's");
        }
        return new Actor(subject == null ? customer : subject, List.of(Actor.CUSTOMER), null, null, customer);
    }
}
