-- Orders confirmed and rejected, by who decided.
SELECT
  "event",
  "decidedBy",
  SUM("events") AS "orders"
FROM "orders"
WHERE "tenant" = :tenant
  AND "event" IN ('order.confirmed', 'order.rejected')
  AND __time >= :from AND __time < :until
GROUP BY 1, 2
ORDER BY 1, 2
