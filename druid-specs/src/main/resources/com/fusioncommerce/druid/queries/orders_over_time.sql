-- Orders placed, in steps of a period that begin where they begin in the time zone.
SELECT
  TIME_FLOOR(__time, :period, NULL, :zone) AS "at",
  SUM("netOrders") AS "orders",
  EXACT_SUM("netUnits") AS "units",
  EXACT_SUM("netRevenue") AS "revenue",
  SUM("events") FILTER (WHERE "event" = 'order.created') AS "grossOrders",
  EXACT_SUM("revenue") FILTER (WHERE "event" = 'order.created') AS "grossRevenue"
FROM "order_facts"
WHERE "tenant" = :tenant
  AND "currency" = :currency
  AND __time >= :from AND __time < :until
GROUP BY 1
ORDER BY 1
