-- Products by what was ordered of them, most revenue first.
SELECT
  "sku",
  "currency",
  SUM("lines") AS "lines",
  SUM("units") AS "units",
  SUM("revenue") AS "revenue"
FROM "order_lines"
WHERE "tenant" = :tenant
  AND __time >= :from AND __time < :until
GROUP BY 1, 2
ORDER BY "revenue" DESC, "sku"
LIMIT :limit
