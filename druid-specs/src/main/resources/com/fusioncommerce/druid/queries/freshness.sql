-- How far the tenant's order events have come: the newest business time, and when the newest of them was written.
SELECT
  MILLIS_TO_TIMESTAMP(MAX("newest")) AS "newest",
  MILLIS_TO_TIMESTAMP(MAX("writtenAt")) AS "writtenAt",
  SUM("events") AS "events"
FROM "orders"
WHERE "tenant" = :tenant
