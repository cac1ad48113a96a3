-- Imported orders by country, as placed and net, to be held against their source and the state stores.
SELECT
  "country",
  SUM("events") FILTER (WHERE "event" = 'order.created') AS "orders",
  SUM("lines") FILTER (WHERE "event" = 'order.created') AS "lines",
  EXACT_SUM("units") FILTER (WHERE "event" = 'order.created') AS "units",
  EXACT_SUM("revenue") FILTER (WHERE "event" = 'order.created') AS "revenue",
  SUM("netOrders") AS "netOrders",
  EXACT_SUM("netUnits") AS "netUnits",
  EXACT_SUM("netRevenue") AS "netRevenue"
FROM "order_facts"
WHERE "tenant" = :tenant
  AND "imported" = 'true'
  AND "currency" = :currency
GROUP BY 1
ORDER BY 1
