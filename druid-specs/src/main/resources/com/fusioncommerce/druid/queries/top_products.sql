-- Products by what was ordered of them and lives, most net revenue first.
SELECT
  "sku",
  SUM("netOrders") AS "orders",
  EXACT_SUM("netUnits") AS "units",
  EXACT_SUM("netRevenue") AS "revenue",
  EXACT_SUM("units") FILTER (WHERE "event" = 'order.created') AS "grossUnits",
  EXACT_SUM("revenue") FILTER (WHERE "event" = 'order.created') AS "grossRevenue"
FROM "line_facts"
WHERE "tenant" = :tenant
  AND "currency" = :currency
  AND __time >= :from AND __time < :until
GROUP BY 1
ORDER BY EXACT_SUM("netRevenue") DESC, "sku"
LIMIT :limit
