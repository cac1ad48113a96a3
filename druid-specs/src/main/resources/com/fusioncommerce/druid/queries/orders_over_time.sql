-- Orders placed, and what they are worth, in steps of a period.
SELECT
  TIME_FLOOR(__time, :period) AS "at",
  "currency",
  SUM("events") AS "orders",
  SUM("units") AS "units",
  SUM("revenue") AS "revenue"
FROM "orders"
WHERE "tenant" = :tenant
  AND "event" = 'order.created'
  AND __time >= :from AND __time < :until
GROUP BY 1, 2
ORDER BY 1, 2
