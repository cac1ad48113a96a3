-- Imported orders by country, to be held against their source.
SELECT
  "country",
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
