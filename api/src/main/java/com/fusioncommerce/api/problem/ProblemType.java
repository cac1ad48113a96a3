package com.fusioncommerce.api.problem;

import java.util.Locale;

/**
 * Every way in which a request can fail. The code is stable: clients may decide by it. Its URI is
 * {@code urn:fusioncommerce:problem:<code>}.
 */
public enum ProblemType {
    MALFORMED_JSON(400, "The body is not valid JSON"),
    UNKNOWN_FIELD(400, "The body has a field that is not known here"),
    WRONG_TYPE(400, "A field has the wrong type"),
    MISSING_FIELD(400, "A field is missing"),
    UNKNOWN_PARAMETER(400, "The query has a parameter that is not known here"),
    INVALID_CURSOR(400, "The cursor was not made by this list"),
    INVALID_LIMIT(400, "The limit is no number in the allowed range"),
    INVALID_PARAMETER(400, "A parameter of the query has an invalid value"),
    INVALID_AS_OF(400, "asOf is not an ISO 8601 time"),
    INVALID_CONSISTENCY_TOKEN(400, "The consistency token was not made here"),
    INVALID_IDEMPOTENCY_KEY(400, "The idempotency key is too long or has characters that are not allowed"),
    INVALID_LAST_EVENT_ID(400, "Last-Event-ID was not made here"),
    INVALID_REQUEST(400, "The request is not valid HTTP"),

    MISSING_TOKEN(401, "A bearer token is needed"),
    INVALID_TICKET(401, "The ticket is not valid"),
    INVALID_TOKEN(401, "The bearer token is not valid"),
    EXPIRED_TOKEN(401, "The bearer token has expired"),
    INSUFFICIENT_SCOPE(403, "The token lacks the scope that this needs"),
    FOREIGN_ORIGIN(403, "The request comes from another site"),

    UNKNOWN_ROUTE(404, "There is nothing at this address"),
    UNKNOWN_PRODUCT(404, "There is no such product"),
    UNKNOWN_STOCK(404, "There is no stock of this SKU in this pool"),
    UNKNOWN_ORDER(404, "There is no such order"),
    UNKNOWN_COMMAND(404, "There is no such command"),
    UNKNOWN_QUERY(404, "There is no such dashboard query"),
    METHOD_NOT_ALLOWED(405, "This address does not answer that method"),
    REQUEST_TIMEOUT(408, "The request came too slowly"),
    BODY_TOO_LARGE(413, "The body is too large"),
    URI_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body must be application/json without an encoding"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),

    PRODUCT_EXISTS(409, "There is such a product already"),
    ORDER_EXISTS(409, "There is such an order already"),
    ORDER_NOT_CANCELLABLE(409, "The order can no longer be cancelled"),
    ORDER_CANCELLED(409, "The order was cancelled before it was reserved"),
    RESERVATION_EXPIRED(409, "A pool did not answer in time"),
    INSUFFICIENT_STOCK(409, "There is not enough stock"),
    STOCK_BELOW_RESERVED(409, "More units are reserved than would be there"),
    NEGATIVE_STOCK(409, "There would be less than nothing there"),

    INVALID_ID(422, "An identifier has characters that are not allowed, or is too long"),
    INVALID_QUANTITY(422, "A quantity is out of range"),
    INVALID_PRICE(422, "A price is not a decimal of at most 4 decimals in the allowed range"),
    INVALID_TEXT(422, "A text is empty, too long or has control characters"),
    INVALID_TIME(422, "A time is not ISO 8601, or lies in the future"),
    UNKNOWN_CURRENCY(422, "There is no such currency"),
    CURRENCY_MISMATCH(422, "The currency is not the one the products are priced in"),
    UNKNOWN_SKU(422, "A line names a SKU that the catalogue does not have"),
    TOO_MANY_LINES(422, "The order has too many lines"),
    EMPTY_ORDER(422, "The order has no lines"),
    AMOUNT_TOO_LARGE(422, "The order's total is beyond what can be counted"),
    TOO_MANY_ATTRIBUTES(422, "The product has too many attributes"),
    NOT_A_PEER(403, "Only another instance of this API may ask for that"),
    IMPORT_ONLY(403, "A field is for imports only and needs the scope orders:import"),
    HISTORY_TOO_LARGE(422, "The order's events are more than one answer may hold"),
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key was used before with another request"),
    MALFORMED_COMMAND(422, "The command could not be understood"),
    REJECTED(422, "The command was rejected"),

    TOO_MANY_REQUESTS(429, "This tenant has too many requests under way"),
    TOO_MANY_STREAMS(429, "This tenant has too many event streams open"),
    INTERNAL_ERROR(500, "Something broke here"),
    OVERLOADED(503, "The server has too many requests under way"),
    NOT_READY(503, "The server is starting or stopping"),
    STORE_BEHIND(503, "The state has not reached the consistency token yet"),
    STATE_UNAVAILABLE(503, "The state that answers this is on its way to another instance"),
    LOG_UNAVAILABLE(503, "The event log did not take the command"),
    ANALYTICS_UNAVAILABLE(503, "The analytical store did not answer");

    private static final String NAMESPACE = "urn:fusioncommerce:problem:";

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status it answers with. */
    public int status() {
        return status;
    }

    /** A sentence for a person, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** The stable code, e.g. {@code unknown_sku}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The {@code type} of RFC 9457. */
    public String uri() {
        return NAMESPACE + code();
    }

    /** The type of a reason that a domain rejects with; {@link #REJECTED} for one that has no type of its own. */
    public static ProblemType ofReason(String reason) {
        for (ProblemType type : values()) {
            if (type.code().equals(reason)) {
                return type;
            }
        }
        return REJECTED;
    }
}
