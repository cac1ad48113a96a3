package com.fusioncommerce.api.deadletters;

import com.fusioncommerce.api.operations.Answer;
import com.fusioncommerce.api.operations.Draft;
import com.fusioncommerce.api.operations.Input;
import com.fusioncommerce.api.operations.Operation;
import com.fusioncommerce.api.operations.Parameter;
import com.fusioncommerce.api.operations.StandardParameters;
import com.fusioncommerce.api.operations.Tag;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.queries.Cursor;
import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.api.web.Scope;
import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.streams.deadletters.DeadLetter;
import com.fusioncommerce.streams.deadletters.DeadLetterBox;
import com.fusioncommerce.streams.deadletters.DeadLetterId;
import com.fusioncommerce.streams.deadletters.DeadLetterPlace;
import com.fusioncommerce.streams.deadletters.NotRetriedException;
import com.fusioncommerce.streams.query.Patience;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** Operations on a tenant's dead letters; those without a tenant are visible on the machine only. */
public final class DeadLetterOperations {
    private static final String PATH = "/v1/dead-letters";
    private static final String LIST = "dead-letters";
    private static final ProblemType UNKNOWN =
            ProblemType.of("unknown_dead_letter", 404, "There is no such dead letter");
    private static final ProblemType NOT_RETRIED =
            ProblemType.of("dead_letter_not_retried", 409, "The dead letter was not sent again");
    private static final Parameter<String> ID = Parameter.path("id", Schema.text())
            .described("topic@offset, as listed.")
            .example("orders.commands@12");
    private static final Parameter<Topic> TOPIC = Parameter.query(
                    "topic",
                    Schema.words(Topics.all().stream().map(Topic::name).toList()),
                    ProblemType.INVALID_PARAMETER,
                    DeadLetterOperations::topic)
            .described("Only those that came from this topic.");
    private static final Parameter<Boolean> OPEN =
            Parameter.flag("open").described("Whether those that were sent again are left out.");

    private final DeadLetterDesk desk;
    private final AvroCodec codec;

    /** Operations on a desk's dead letters, decoded with this codec. */
    public DeadLetterOperations(DeadLetterDesk desk, AvroCodec codec) {
        this.desk = desk;
        this.codec = codec;
    }

    /** All operations. */
    public List<Operation> all() {
        return List.of(
                toOperators(Operation.get("listDeadLetters", PATH), "List messages that were put aside, newest first")
                        .takes(TOPIC, OPEN, StandardParameters.LIMIT, StandardParameters.CURSOR)
                        .answers(Answer.json(200, "A page.", DeadLetterJson.Page.SCHEMA))
                        .does((backend, in) -> list(in)),
                toOperators(Operation.get("getDeadLetter", PATH + "/{id}"), "Show a message that was put aside")
                        .takes(ID)
                        .missing(UNKNOWN)
                        .answers(Answer.json(200, "It.", DeadLetterJson.SCHEMA))
                        .does((backend, in) -> show(in)),
                toOperators(Operation.post("retryDeadLetter", PATH + "/{id}/retry"), "Send a command again, once")
                        .described(
                                "Mend what stopped it first. An event is not sent again: it stands in its log already.")
                        .takes(ID)
                        .missing(UNKNOWN)
                        .refuses(NOT_RETRIED)
                        .answers(Answer.json(200, "It was sent again.", DeadLetterJson.SCHEMA))
                        .does((backend, in) -> retry(in)));
    }

    private static Draft toOperators(Draft draft, String words) {
        return draft.titled(Tag.OPERATIONS, words)
                .needs(Scope.PLATFORM_OPERATE)
                .forStaff()
                .refuses(ProblemType.STATE_UNAVAILABLE);
    }

    private static Topic topic(Call call) {
        String name = call.query("topic").orElse(null);
        if (name == null) {
            return null;
        }
        return Topics.all().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.of(ProblemType.INVALID_PARAMETER, "There is no topic of that name."));
    }

    private CompletableFuture<Reply> list(Input in) {
        Topic topic = in.get(TOPIC);
        boolean open = in.get(OPEN);
        int most = in.get(StandardParameters.LIMIT);
        List<Topic> topics = topic == null ? Topics.all() : List.of(topic);
        DeadLetterPlace after = after(in.get(StandardParameters.CURSOR));
        Predicate<DeadLetter> wanted = of(in.tenant())
                .and(letter -> !open || !letter.isRetried())
                .and(letter -> after == null || letter.place().compareTo(after) > 0);
        return desk.ask(
                in.call(), (box, patience) -> Reply.ok(page(box.list(topics, wanted, most + 1, patience), most)));
    }

    /** One more than a page takes was asked for, which says that it goes on. */
    private static DeadLetterJson.Page page(List<DeadLetter> found, int most) {
        List<DeadLetter> shown = found.subList(0, Math.min(most, found.size()));
        String next = found.size() <= most
                ? null
                : Cursor.encode(LIST, shown.get(most - 1).place().toString());
        return new DeadLetterJson.Page(shown.stream().map(DeadLetterJson::of).toList(), next);
    }

    private static DeadLetterPlace after(String cursor) {
        try {
            return cursor == null ? null : DeadLetterPlace.parse(Cursor.decode(LIST, cursor));
        } catch (IllegalArgumentException e) {
            throw Cursor.invalid();
        }
    }

    private CompletableFuture<Reply> show(Input in) {
        DeadLetterId id = id(in);
        return desk.ask(in.call(), (box, patience) -> {
            DeadLetterBox.Found found = find(in, id, box, patience);
            return Reply.ok(DeadLetterJson.whole(found.letter(), found.text(codec)));
        });
    }

    private CompletableFuture<Reply> retry(Input in) {
        DeadLetterId id = id(in);
        return desk.ask(in.call(), (box, patience) -> {
            DeadLetter letter = find(in, id, box, patience).letter();
            try {
                box.retry(id, of(in.tenant()), patience);
            } catch (NotRetriedException e) {
                throw ProblemException.of(NOT_RETRIED, e.getMessage() + ".");
            }
            return Reply.ok(DeadLetterJson.of(letter.retried()));
        });
    }

    private static DeadLetterBox.Found find(Input in, DeadLetterId id, DeadLetterBox box, Patience patience) {
        return box.find(id, patience)
                .filter(found -> of(in.tenant()).test(found.letter()))
                .orElseThrow(() -> unknown(in));
    }

    private static Predicate<DeadLetter> of(String tenant) {
        return letter -> letter.tenant().equals(tenant);
    }

    private static DeadLetterId id(Input in) {
        try {
            return DeadLetterId.parse(in.get(ID));
        } catch (IllegalArgumentException e) {
            throw unknown(in);
        }
    }

    private static ProblemException unknown(Input in) {
        return ProblemException.of(UNKNOWN, "There is no dead letter " + in.get(ID) + ".");
    }
}
