-- Orders placed in the window that were confirmed or rejected, by who decided.
SELECT
  "event",
  LOWER("decidedBy") AS "decidedBy",
  SUM("events") AS "orders"
FROM "order_facts"
WHERE "tenant" = :tenant
  AND "event" IN ('order.confirmed', 'order.rejected')
  AND "currency" = :currency
  AND __time >= :from AND __time < :until
GROUP BY 1, 2
ORDER BY 1, 2
