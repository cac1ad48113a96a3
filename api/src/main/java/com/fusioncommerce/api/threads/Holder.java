package com.fusioncommerce.api.threads;

/**
 * Owner of bounded resources: a tenant, or one customer of the tenant for a shopper's calls. Shoppers' browsers have
 * tokens of the tenant's, and one shopper must not use up the tenant's share.
 *
 * @param tenant the tenant
 * @param customer customer to whom the caller is restricted; null for staff, services and the tenant itself
 */
public record Holder(String tenant, String customer) {
    private static final int SHARE = 8;

    /** The tenant itself. */
    public static Holder of(String tenant) {
        return new Holder(tenant, null);
    }

    /** Whether the holder is a shopper. */
    public boolean isShopper() {
        return customer != null;
    }

    /** A shopper's maximum share of its tenant's bound: an eighth, at least 1. */
    public static int ofShopper(int ofTenant) {
        return (int) ofShopper((long) ofTenant);
    }

    /** The same share in 64 bits. */
    static long ofShopper(long ofTenant) {
        return Math.max(1, ofTenant / SHARE);
    }
}
