-- How often each thing happened to orders.
SELECT
  "event",
  SUM("events") AS "events"
FROM "orders"
WHERE "tenant" = :tenant
  AND __time >= :from AND __time < :until
GROUP BY 1
ORDER BY 1
