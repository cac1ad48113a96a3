package com.fusioncommerce.api.threads;

/**
 * For whom room is held where it is bounded: a tenant, and of the tenant one customer where a shopper asks. A tenant gives
 * its shoppers' browsers tokens of their own, so that one of them must not hold all that the tenant may.
 *
 * @param tenant the tenant
 * @param customer to whom the caller is kept; null for staff, services and what is the tenant's own
 */
public record Holder(String tenant, String customer) {
    private static final int SHARE = 8;

    /** The tenant itself. */
    public static Holder of(String tenant) {
        return new Holder(tenant, null);
    }

    /** Whether it is one of a tenant's shoppers. */
    public boolean isShopper() {
        return customer != null;
    }

    /** What one shopper may hold at most of what its tenant may: an eighth, and always something. */
    public static int ofShopper(int ofTenant) {
        return (int) ofShopper((long) ofTenant);
    }

    /** The same of a larger number. */
    static long ofShopper(long ofTenant) {
        return Math.max(1, ofTenant / SHARE);
    }
}
