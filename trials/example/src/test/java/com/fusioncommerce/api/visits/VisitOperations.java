package com.fusioncommerce.api.visits;

import static com.fusioncommerce.api.operations.MessageRules.units;
import static com.fusioncommerce.streams.visits.Visits.BY_CUSTOMER;
import static com.fusioncommerce.streams.visits.Visits.UNKNOWN_VISIT;
import static com.fusioncommerce.streams.visits.Visits.VISIT_CALLED_OFF;
import static com.fusioncommerce.streams.visits.Visits.VISIT_EXISTS;
import static com.fusioncommerce.streams.visits.Visits.VISIT_STORE;

import com.fusioncommerce.api.operations.Answer;
import com.fusioncommerce.api.operations.Backend;
import com.fusioncommerce.api.operations.CommandReplies.Versioned;
import com.fusioncommerce.api.operations.DomainOperations;
import com.fusioncommerce.api.operations.Field;
import com.fusioncommerce.api.operations.Input;
import com.fusioncommerce.api.operations.Link;
import com.fusioncommerce.api.operations.Operation;
import com.fusioncommerce.api.operations.Parameter;
import com.fusioncommerce.api.operations.PathTemplate;
import com.fusioncommerce.api.operations.Resource;
import com.fusioncommerce.api.operations.Rules;
import com.fusioncommerce.api.operations.SharedSchemas;
import com.fusioncommerce.api.operations.StandardParameters;
import com.fusioncommerce.api.operations.Tag;
import com.fusioncommerce.api.operations.Wiring;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.queries.Lists.Row;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.api.web.Scope;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.schemas.visits.BookVisit;
import com.fusioncommerce.schemas.visits.ChangeVisit;
import com.fusioncommerce.schemas.visits.Visit;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Operations on visits: shoppers book, change and read their own. */
@AutoService(DomainOperations.class)
public final class VisitOperations implements DomainOperations {
    private static final Scope READ = new Scope("visits:read");
    private static final Scope WRITE = new Scope("visits:write");
    private static final Tag TAG = new Tag("visits", "Visits of customers to the showroom.");
    private static final String LIST = "/v1/visits";
    private static final String PATH = LIST + "/{id}";

    private static final Parameter<String> ID = Parameter.path("id", Rules.id("a visit's id"), Rules.ID_FORM);
    private static final Parameter<String> OF =
            Parameter.query("customer", Rules.id("a customer's id")).described("Only this customer's.");
    private static final Field<String> CUSTOMER = Field.text("customerId", Rules.id("a customer's id"));
    private static final Field<Long> PEOPLE = Field.number("people", units(BookVisit.class, "people"));
    private static final Field<Long> CHANGED =
            Field.number("people", units(ChangeVisit.class, "people")).described("0 calls it off.");

    private static final Link[] LINKS = {
        Link.to("visit", "getVisit").by("id", "$response.body#/visitId").seeing(),
        Link.to("change", "changeVisit").by("id", "$response.body#/visitId")
    };

    private static final Resource<Visit> VISIT = Resource.of(VISIT_STORE, VisitJson.SHOWN)
            .at(PATH, in -> Keys.of(in.tenant(), in.get(ID)), ID)
            .in(TAG, READ, WRITE)
            .missing(ProblemType.of(UNKNOWN_VISIT), in -> "There is no visit " + in.get(ID) + ".")
            .linked(LINKS);

    private static final Operation BOOK = Operation.post("bookVisit", LIST)
            .titled(TAG, "Book a visit")
            .needs(WRITE)
            .forOwner(in -> in.get(CUSTOMER))
            .body("NewVisit", CUSTOMER, PEOPLE)
            .example("customerId", "17850", "people", 2)
            .refuses(VISIT_EXISTS)
            .answers(Answer.json(201, "Booked.", VisitJson.SCHEMA)
                    .with(Answer.Header.LOCATION, Answer.Header.CONSISTENCY_TOKEN, Answer.Header.ETAG)
                    .leading(List.of(LINKS)))
            .sends(
                    BookVisit.class,
                    in -> new BookVisit(in.created(), in.customer(), in.get(PEOPLE)),
                    (in, book) -> Keys.of(in.tenant(), book.getVisitId()),
                    VisitOperations::booked);

    private static final Operation CHANGE = VISIT.put("changeVisit", "", "Say how many come, or call it off")
            .body("VisitChange", CHANGED)
            .example("people", 3)
            .refuses(UNKNOWN_VISIT, VISIT_CALLED_OFF)
            .answers("The visit.")
            .sends(ChangeVisit.class, in -> new ChangeVisit(in.get(ID), in.get(CHANGED)));

    private static final Operation GET =
            VISIT.get("getVisit", "", "Get a visit").reads("The visit.");

    private static final Operation ALL = Operation.get("listVisits", LIST)
            .titled(TAG, "List visits, customer by customer")
            .needs(READ, WRITE)
            .forOwner(in -> in.get(OF))
            .takes(OF, StandardParameters.LIMIT, StandardParameters.CURSOR)
            .refuses(ProblemType.STATE_UNAVAILABLE)
            .answers(Answer.json(
                    200, "A page.", SharedSchemas.page("VisitPage", VisitJson.SCHEMA, SharedSchemas.next())))
            .does(VisitOperations::page);

    @Override
    public String domain() {
        return "visits";
    }

    @Override
    public List<Scope> scopes() {
        return List.of(READ, WRITE);
    }

    @Override
    public List<Operation> all(Wiring wiring) {
        return List.of(BOOK, ALL, GET, CHANGE);
    }

    private static CompletableFuture<Reply> booked(Backend backend, Input in, CommandOutcome outcome) {
        Versioned visit =
                VisitJson.SHOWN.of(in.call().principal(), backend.gateway().shown(outcome, Visit.class));
        return Reply.bytes(201, Reply.JSON, visit.whole().body())
                .with("Location", new PathTemplate(PATH).with(Keys.id(outcome.getKey())))
                .with("ETag", visit.tag())
                .now();
    }

    private static CompletableFuture<Reply> page(Backend backend, Input in) {
        String tenant = Keys.of(in.tenant(), "");
        String prefix = in.customer() == null ? tenant : tenant + in.customer() + "/";
        String name = "visits of " + prefix;
        return backend.lists().list(in.call(), name, VISIT_STORE, (after, goesOn) -> backend.queries()
                .list(
                        BY_CUSTOMER,
                        prefix,
                        after == null ? null : prefix + after,
                        entry -> goesOn.test(
                                new Row(entry.cursor().substring(prefix.length()), VisitJson.of(entry.value())))));
    }
}
