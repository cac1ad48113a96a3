-- Products by what was ordered of them and lives, most net revenue first.
SELECT
  "sku",
  SUM("netOrders") AS "orders",
  SUM("netUnits") AS "units",
  SUM("netRevenue") AS "revenue",
  SUM("units") FILTER (WHERE "event" = 'order.created') AS "grossUnits",
  SUM("revenue") FILTER (WHERE "event" = 'order.created') AS "grossRevenue"
FROM "line_facts"
WHERE "tenant" = :tenant
  AND "currency" = :currency
  AND __time >= :from AND __time < :until
GROUP BY 1
ORDER BY "revenue" DESC, "sku"
LIMIT :limit
