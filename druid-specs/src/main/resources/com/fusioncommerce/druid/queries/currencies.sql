-- The currencies of the orders placed in the window, the one with most orders first.
SELECT
  "currency",
  SUM("events") AS "orders"
FROM "order_facts"
WHERE "tenant" = :tenant
  AND "event" = 'order.created'
  AND __time >= :from AND __time < :until
GROUP BY 1
ORDER BY "orders" DESC, "currency"
