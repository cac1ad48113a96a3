-- The newest event that counts, and how many of them happened to orders.
SELECT
  MILLIS_TO_TIMESTAMP(MAX("happenedAt")) AS "newest",
  SUM("events") AS "events"
FROM "order_facts"
WHERE "tenant" = :tenant
