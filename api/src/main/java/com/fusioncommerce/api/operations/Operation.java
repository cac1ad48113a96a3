package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Access;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.api.web.Route;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/**
 * An operation of the API: its path, access, parameters, body, behaviour, answers and problems. Its route, the
 * validation of its requests and its part of the OpenAPI document are derived from this one value.
 */
public final class Operation {
    private final Draft declared;
    private final List<Parameter<?>> pathParameters;
    private final List<Answer> answers;
    private final Set<ProblemType> problems;
    private final Map<String, ProblemType> problemsByCode = new HashMap<>();
    private final PathTemplate template;
    private final Behaviour behaviour;

    Operation(Draft declared, Behaviour behaviour) {
        this.declared = declared;
        this.behaviour = behaviour;
        this.pathParameters = declared.parameters.stream()
                .filter(parameter -> parameter.place() == Parameter.Place.PATH)
                .toList();
        this.template = new PathTemplate(declared.path);
        this.answers = List.copyOf(declared.answers);
        this.problems = StandardProblems.of(declared, wrongPath());
        ProblemType.general().forEach(type -> problemsByCode.put(type.code(), type));
        problems.forEach(type -> problemsByCode.put(type.code(), type));
        requireWhole();
    }

    private void requireWhole() {
        List<String> names = pathParameters.stream().map(Parameter::name).toList();
        if (!names.equals(template.parameters())) {
            throw new IllegalArgumentException(id() + " declares the path parameters " + names + " of " + path());
        }
        if (declared.access == null || declared.tag == null || answers.isEmpty()) {
            throw new IllegalArgumentException(id() + " says not who may use it, what it does, or what it answers");
        }
        if (declared.audience == null && !(declared.access instanceof Access.Open)) {
            throw new IllegalArgumentException(id() + " says not whose its business is");
        }
    }

    /** A draft of an operation that reads. */
    public static Draft get(String id, String path) {
        return new Draft("GET", path, id);
    }

    /** A draft of an operation that creates or acts. */
    public static Draft post(String id, String path) {
        return new Draft("POST", path, id);
    }

    /** A draft of an operation that sets. */
    public static Draft put(String id, String path) {
        return new Draft("PUT", path, id);
    }

    /** A draft of an operation that removes. */
    public static Draft delete(String id, String path) {
        return new Draft("DELETE", path, id);
    }

    /** The operation's route. */
    public Route route(Backend backend) {
        Set<String> query =
                parameters(Parameter.Place.QUERY).stream().map(Parameter::name).collect(Collectors.toUnmodifiableSet());
        return new Route(method(), path(), access(), query, declared.body != null, call -> answer(backend, call));
    }

    private CompletionStage<Reply> answer(Backend backend, Call call) {
        audience().ifPresent(audience -> audience.admit(call));
        Input in = new Input(this, call);
        if (sends()) {
            // A request beyond the bounds is refused before its body is read.
            in.identify(backend.ids(call));
        }
        declared.guard.accept(call);
        if (declared.body != null) {
            in.readBody();
        }
        audience().ifPresent(in::keepTo);
        return behaviour.on(backend, in);
    }

    /** The operation's id, the same in every version of the API. */
    public String id() {
        return declared.id;
    }

    /** The HTTP method: GET, POST, PUT or DELETE. */
    public String method() {
        return declared.method;
    }

    /** The path, with parameters in braces. */
    public String path() {
        return declared.path;
    }

    /** The operation's summary. */
    public String summary() {
        return declared.summary;
    }

    /** The operation's description; may be empty. */
    public String description() {
        return declared.description;
    }

    /** The operation's tag. */
    public Tag tag() {
        return declared.tag;
    }

    /** The required access. */
    public Access access() {
        return declared.access;
    }

    /** The audience within the tenant; empty if anyone may use the operation. */
    public Optional<Audience> audience() {
        return Optional.ofNullable(declared.audience);
    }

    /** Whether the operation sends a command, and so takes an idempotency key. */
    public boolean sends() {
        return behaviour instanceof Sending;
    }

    /** Whether the operation is answered under any load. */
    public boolean isVital() {
        return declared.vital;
    }

    /** The class of the operation's command; empty if it sends none. */
    public Optional<Class<? extends SpecificRecord>> command() {
        return behaviour instanceof Sending<?> sending ? Optional.of(sending.command()) : Optional.empty();
    }

    /** The required body. */
    public Optional<Shape> shape() {
        return Optional.ofNullable(declared.body);
    }

    /** The parameters in a place. */
    public List<Parameter<?>> parameters(Parameter.Place place) {
        return declared.parameters.stream()
                .filter(parameter -> parameter.place() == place)
                .toList();
    }

    /** The successful answers. */
    public List<Answer> answers() {
        return answers;
    }

    /** All problem types. */
    public Set<ProblemType> problems() {
        return new LinkedHashSet<>(problems);
    }

    List<Parameter<?>> pathParameters() {
        return pathParameters;
    }

    Shape body() {
        return declared.body;
    }

    Consumer<Input> check() {
        return declared.check;
    }

    /** The problem of an invalid path: for reads that of a missing resource, since an invalid id names none. */
    ProblemType wrongPath() {
        boolean reads = declared.method.equals("GET");
        return reads && declared.missing != null ? declared.missing : ProblemType.INVALID_ID;
    }

    /** The problem type of a rejection's reason. */
    ProblemType problem(String reason) {
        return problemsByCode.getOrDefault(reason, ProblemType.REJECTED);
    }

    String target(Object[] values) {
        return template.with(values);
    }
}
