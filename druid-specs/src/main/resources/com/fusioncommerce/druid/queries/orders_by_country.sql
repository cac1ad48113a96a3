-- Orders placed by country, most revenue first.
SELECT
  "country",
  "currency",
  SUM("events") AS "orders",
  SUM("units") AS "units",
  SUM("revenue") AS "revenue"
FROM "orders"
WHERE "tenant" = :tenant
  AND "event" = 'order.created'
  AND __time >= :from AND __time < :until
GROUP BY 1, 2
ORDER BY "revenue" DESC, "country"
LIMIT :limit
