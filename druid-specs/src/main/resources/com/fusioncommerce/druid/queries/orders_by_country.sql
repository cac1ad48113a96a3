-- Orders placed by country, most net revenue first.
SELECT
  "country",
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
ORDER BY EXACT_SUM("netRevenue") DESC, "country"
LIMIT :limit
