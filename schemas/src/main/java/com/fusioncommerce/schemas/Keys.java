package com.fusioncommerce.schemas;

import java.util.regex.Pattern;

/**
 * The form of every record key: {@code tenant/aggregate-id} as UTF-8. An id that starts with {@code pool~} belongs to
 * that pool: all keys of one tenant's pool share a partition (see {@link Partitions}).
 */
public final class Keys {
    /** Character that ends the pool in an aggregate id. */
    public static final char POOL_END = '~';

    /** Character that ends the tenant in a key. */
    public static final char TENANT_END = '/';

    /** Regular expression of a pool's name, with the same meaning in Java and ECMAScript. */
    public static final String POOL_PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]{0,62}";

    /** Regular expression of an aggregate's own id, without its maximum length, for Java and ECMAScript. */
    public static final String ID_PATTERN = "[A-Za-z0-9][A-Za-z0-9._:@+-]*( [A-Za-z0-9._:@+-]+)*";

    /** Maximum number of characters of a pool's name. */
    public static final int LONGEST_POOL = 63;

    /** Maximum number of characters of an aggregate's own id. */
    public static final int LONGEST_ID = 127;

    private static final Pattern TENANT = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern POOL = Pattern.compile(POOL_PATTERN);
    private static final Pattern ID = Pattern.compile(ID_PATTERN);

    /** The rule for ids of aggregates in words, for error messages. */
    public static final String ID_FORM =
            "letters, digits, ._:@+- and single spaces between them, 127 at most, a letter or digit first";

    /** The rule for tenants' names in words, for error messages. */
    public static final String TENANT_FORM =
            "lower-case letters, digits and hyphens, 63 at most, a letter or digit first";

    private Keys() {}

    /** The key of an aggregate outside of pools, e.g. a product. */
    public static String of(String tenant, String id) {
        return tenant + TENANT_END + id;
    }

    /** The key of an aggregate in a pool, e.g. the stock of a SKU. */
    public static String pooled(String tenant, String pool, String id) {
        return tenant + TENANT_END + pool + POOL_END + id;
    }

    /** The id of an aggregate in a pool, e.g. an order's. */
    public static String pooledId(String pool, String id) {
        return pool + POOL_END + id;
    }

    /**
     * The tenant of a key.
     *
     * @throws IllegalArgumentException if the key has no tenant
     */
    public static String tenant(String key) {
        int end = key.indexOf(TENANT_END);
        if (end <= 0) {
            throw new IllegalArgumentException("key without a tenant: " + key);
        }
        return key.substring(0, end);
    }

    /** The aggregate id of a key, pool included. */
    public static String id(String key) {
        return key.substring(key.indexOf(TENANT_END) + 1);
    }

    /** The pool of an aggregate id, or the empty string if it has none. */
    public static String pool(String id) {
        int end = id.indexOf(POOL_END);
        return end < 0 ? "" : id.substring(0, end);
    }

    /** The part of a key that decides its partition: {@code tenant/pool}, or the whole key where there is no pool. */
    public static String routing(String key) {
        int end = key.indexOf(POOL_END);
        return end < 0 ? key : key.substring(0, end);
    }

    /** Whether this is a valid name of a tenant: lower-case letters, digits and hyphens, 63 at most. */
    public static boolean isTenant(String tenant) {
        return TENANT.matcher(tenant).matches();
    }

    /** Whether this is a valid name of a pool: letters, digits, dot, underscore and hyphen, 63 at most. */
    public static boolean isPool(String pool) {
        return POOL.matcher(pool).matches();
    }

    /**
     * Whether this is a valid aggregate's own id (SKU, customer, order without pool): 127 characters at most, no space
     * at an end or beside another one.
     */
    public static boolean isId(String id) {
        return id.length() <= LONGEST_ID && ID.matcher(id).matches();
    }

    /** Whether this is a valid id of an aggregate in a pool. */
    public static boolean isPooledId(String id) {
        int end = id.indexOf(POOL_END);
        return end > 0 && isPool(id.substring(0, end)) && isId(id.substring(end + 1));
    }
}
