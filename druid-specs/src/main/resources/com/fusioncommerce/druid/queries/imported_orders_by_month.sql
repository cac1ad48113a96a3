-- Imported orders by month (UTC), to be held against their source.
SELECT
  TIME_FORMAT(__time, 'yyyy-MM') AS "month",
  SUM("events") AS "orders",
  SUM("lines") AS "lines",
  SUM("units") AS "units",
  SUM("revenue") AS "revenue"
FROM "orders"
WHERE "tenant" = :tenant
  AND "event" = 'order.created'
  AND "imported" = 'true'
  AND "currency" = :currency
GROUP BY 1
ORDER BY 1
