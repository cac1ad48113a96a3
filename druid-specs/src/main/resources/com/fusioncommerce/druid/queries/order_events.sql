-- How often each thing happened to the orders placed in the window, all currencies.
SELECT
  "event",
  SUM("events") AS "events"
FROM "order_facts"
WHERE "tenant" = :tenant
  AND __time >= :from AND __time < :until
GROUP BY 1
ORDER BY 1
