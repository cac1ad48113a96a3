package com.fusioncommerce.api.problem;

import com.fusioncommerce.streams.kernel.CommonRefusals;
import com.fusioncommerce.streams.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * A problem type. The code is stable: clients may branch on it. This class has the types of any operation; a domain
 * declares its own, as {@link Refusal} beside the decider or, for HTTP only, beside the operations.
 *
 * @param code the stable code, e.g. {@code unknown_sku}
 * @param status the HTTP status of the answer
 * @param title a sentence for people, the same for every occurrence
 */
public record ProblemType(String code, int status, String title) {
    private static final List<ProblemType> GENERAL = new ArrayList<>();

    public static final ProblemType MALFORMED_JSON = general("malformed_json", 400, "The body is not valid JSON");
    public static final ProblemType UNKNOWN_FIELD =
            general("unknown_field", 400, "The body has a field that is not known here");
    public static final ProblemType WRONG_TYPE = general("wrong_type", 400, "A field has the wrong type");
    public static final ProblemType MISSING_FIELD = general("missing_field", 400, "A field is missing");
    public static final ProblemType UNKNOWN_PARAMETER =
            general("unknown_parameter", 400, "The query has a parameter that is not known here");
    public static final ProblemType INVALID_CURSOR =
            general("invalid_cursor", 400, "The cursor was not made by this list");
    public static final ProblemType INVALID_LIMIT =
            general("invalid_limit", 400, "The limit is no number in the allowed range");
    public static final ProblemType INVALID_PARAMETER =
            general("invalid_parameter", 400, "A parameter of the query has an invalid value");
    public static final ProblemType INVALID_CONSISTENCY_TOKEN =
            general("invalid_consistency_token", 400, "The consistency token was not made here");
    public static final ProblemType INVALID_IDEMPOTENCY_KEY = general(
            "invalid_idempotency_key", 400, "The idempotency key is too long or has characters that are not allowed");
    public static final ProblemType INVALID_REQUEST = general("invalid_request", 400, "The request is not valid HTTP");

    public static final ProblemType MISSING_TOKEN = general("missing_token", 401, "A bearer token is needed");
    public static final ProblemType INVALID_TOKEN = general("invalid_token", 401, "The bearer token is not valid");
    public static final ProblemType EXPIRED_TOKEN = general("expired_token", 401, "The bearer token has expired");
    public static final ProblemType INSUFFICIENT_SCOPE =
            general("insufficient_scope", 403, "The token lacks the scope that this needs");
    public static final ProblemType NOT_OWNER = general(CommonRefusals.NOT_OWNER);
    public static final ProblemType STAFF_ONLY = general(CommonRefusals.STAFF_ONLY);
    public static final ProblemType FOREIGN_ORIGIN =
            general("foreign_origin", 403, "The request comes from another site");
    public static final ProblemType NOT_A_PEER =
            general("not_a_peer", 403, "Only another instance of this API may ask for that");

    public static final ProblemType UNKNOWN_ROUTE = general("unknown_route", 404, "There is nothing at this address");
    public static final ProblemType UNKNOWN_COMMAND = general("unknown_command", 404, "There is no such command");
    public static final ProblemType METHOD_NOT_ALLOWED =
            general("method_not_allowed", 405, "This address does not answer that method");
    public static final ProblemType REQUEST_TIMEOUT = general("request_timeout", 408, "The request came too slowly");
    public static final ProblemType INSUFFICIENT_STOCK = general(CommonRefusals.INSUFFICIENT_STOCK);
    public static final ProblemType BODY_TOO_LARGE = general("body_too_large", 413, "The body is too large");
    public static final ProblemType URI_TOO_LONG = general("uri_too_long", 414, "The address is too long");
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            general("unsupported_media_type", 415, "The body must be application/json without an encoding");
    public static final ProblemType HEADERS_TOO_LARGE = general("headers_too_large", 431, "The headers are too large");

    public static final ProblemType INVALID_ID = general(CommonRefusals.INVALID_ID);
    public static final ProblemType INVALID_QUANTITY = general(CommonRefusals.INVALID_QUANTITY);
    public static final ProblemType INVALID_PRICE = general(CommonRefusals.INVALID_PRICE);
    public static final ProblemType INVALID_TEXT =
            general("invalid_text", 422, "A text is empty, too long or has control characters");
    public static final ProblemType INVALID_TIME = general(CommonRefusals.INVALID_TIME);
    public static final ProblemType UNKNOWN_CURRENCY = general(CommonRefusals.UNKNOWN_CURRENCY);
    public static final ProblemType IDEMPOTENCY_KEY_REUSED = general(CommonRefusals.IDEMPOTENCY_KEY_REUSED);
    public static final ProblemType MALFORMED_COMMAND =
            general("malformed_command", 422, "The command could not be understood");
    public static final ProblemType REJECTED = general("rejected", 422, "The command was rejected");

    public static final ProblemType TOO_MANY_REQUESTS =
            general("too_many_requests", 429, "This tenant or customer has too many requests under way");
    public static final ProblemType TOO_MANY_STREAMS =
            general("too_many_streams", 429, "This tenant or customer has too many event streams open");
    public static final ProblemType INTERNAL_ERROR = general(CommonRefusals.INTERNAL_ERROR);
    public static final ProblemType OVERLOADED =
            general("overloaded", 503, "The server has too many requests under way");
    public static final ProblemType NOT_READY = general("not_ready", 503, "The server is starting or stopping");
    public static final ProblemType STORE_BEHIND =
            general("store_behind", 503, "The state has not reached the consistency token yet");
    public static final ProblemType STATE_UNAVAILABLE =
            general("state_unavailable", 503, "The state that answers this is on its way to another instance");
    public static final ProblemType LOG_UNAVAILABLE =
            general("log_unavailable", 503, "The event log did not take the command");
    public static final ProblemType ANALYTICS_UNAVAILABLE =
            general("analytics_unavailable", 503, "The analytical store did not answer");

    private static final String NAMESPACE = "urn:fusioncommerce:problem:";

    /** A domain's problem type. */
    public static ProblemType of(String code, int status, String title) {
        return new ProblemType(code, status, title);
    }

    /** The problem type of a domain's refusal. */
    public static ProblemType of(Refusal refusal) {
        int status =
                switch (refusal.kind()) {
                    case UNKNOWN -> 404;
                    case CONFLICT -> 409;
                    case INVALID -> 422;
                    case FORBIDDEN -> 403;
                    case FAILURE -> 500;
                };
        return of(refusal.code(), status, refusal.title());
    }

    private static ProblemType general(String code, int status, String title) {
        return general(of(code, status, title));
    }

    private static ProblemType general(Refusal refusal) {
        return general(of(refusal));
    }

    private static ProblemType general(ProblemType type) {
        GENERAL.add(type);
        return type;
    }

    /** The problem types that any operation can have. */
    public static List<ProblemType> general() {
        return List.copyOf(GENERAL);
    }

    /** The type's URI, {@code type} in RFC 9457. */
    public String uri() {
        return NAMESPACE + code;
    }
}
