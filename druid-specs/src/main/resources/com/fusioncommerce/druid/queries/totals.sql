-- What was ordered, and by about how many customers.
SELECT
  "currency",
  SUM("events") AS "orders",
  SUM("lines") AS "lines",
  SUM("units") AS "units",
  SUM("revenue") AS "revenue",
  APPROX_COUNT_DISTINCT_BUILTIN("customers") AS "customers"
FROM "orders"
WHERE "tenant" = :tenant
  AND "event" = 'order.created'
  AND __time >= :from AND __time < :until
GROUP BY 1
ORDER BY 1
