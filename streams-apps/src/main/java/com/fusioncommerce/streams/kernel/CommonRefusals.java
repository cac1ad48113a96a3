package com.fusioncommerce.streams.kernel;

/** Refusals that mean the same in every domain. */
public final class CommonRefusals {
    /** An identifier is malformed or too long. */
    public static final Refusal INVALID_ID =
            Refusal.invalid("invalid_id", "An identifier has characters that are not allowed, or is too long");

    /** A quantity is out of range. */
    public static final Refusal INVALID_QUANTITY = Refusal.invalid("invalid_quantity", "A quantity is out of range");

    /** A unit price is malformed or out of range. */
    public static final Refusal INVALID_PRICE =
            Refusal.invalid("invalid_price", "A price is not a decimal of at most 4 decimals in the allowed range");

    /** A time is malformed or in the future. */
    public static final Refusal INVALID_TIME =
            Refusal.invalid("invalid_time", "A time is not ISO 8601, or lies in the future");

    /** A currency is unknown. */
    public static final Refusal UNKNOWN_CURRENCY = Refusal.invalid("unknown_currency", "There is no such currency");

    /** Too few units are available. */
    public static final Refusal INSUFFICIENT_STOCK =
            Refusal.conflict("insufficient_stock", "There is not enough stock");

    /** The idempotency key stands for another request. */
    public static final Refusal IDEMPOTENCY_KEY_REUSED =
            Refusal.invalid("idempotency_key_reused", "The idempotency key was used before with another request");

    /** A shopper asks for another customer's data. */
    public static final Refusal NOT_OWNER = Refusal.forbidden("not_owner", "That belongs to another customer");

    /** A shopper asks for data of the tenant. */
    public static final Refusal STAFF_ONLY =
            Refusal.forbidden("staff_only", "That is for staff and services of the tenant");

    /** The command could not be processed. */
    public static final Refusal INTERNAL_ERROR =
            new Refusal("internal_error", Refusal.Kind.FAILURE, "Something broke here");

    private CommonRefusals() {}
}
