-- Lines of imported orders by product, to be held against their source.
SELECT
  "sku",
  SUM("orders") AS "orders",
  SUM("lines") AS "lines",
  SUM("units") AS "units",
  SUM("revenue") AS "revenue"
FROM "order_lines"
WHERE "tenant" = :tenant
  AND "imported" = 'true'
  AND "currency" = :currency
GROUP BY 1
ORDER BY 1
