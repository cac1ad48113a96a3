-- Orders placed in the window: gross as placed, net of what was refused, rejected, cancelled or expired since.
SELECT
  "currency",
  SUM("netOrders") AS "orders",
  EXACT_SUM("netUnits") AS "units",
  EXACT_SUM("netRevenue") AS "revenue",
  SUM("events") FILTER (WHERE "event" = 'order.created') AS "grossOrders",
  EXACT_SUM("units") FILTER (WHERE "event" = 'order.created') AS "grossUnits",
  EXACT_SUM("revenue") FILTER (WHERE "event" = 'order.created') AS "grossRevenue",
  SUM("events") FILTER (WHERE "event" = 'order.refused') AS "refusedOrders",
  EXACT_SUM("revenue") FILTER (WHERE "event" = 'order.refused') AS "refusedRevenue",
  SUM("events") FILTER (WHERE "event" = 'order.rejected') AS "rejectedOrders",
  EXACT_SUM("revenue") FILTER (WHERE "event" = 'order.rejected') AS "rejectedRevenue",
  SUM("events") FILTER (WHERE "event" = 'order.cancelled') AS "cancelledOrders",
  EXACT_SUM("revenue") FILTER (WHERE "event" = 'order.cancelled') AS "cancelledRevenue",
  SUM("events") FILTER (WHERE "event" = 'order.expired') AS "expiredOrders",
  EXACT_SUM("revenue") FILTER (WHERE "event" = 'order.expired') AS "expiredRevenue",
  APPROX_COUNT_DISTINCT_BUILTIN("customers") AS "customers"
FROM "order_facts"
WHERE "tenant" = :tenant
  AND "currency" = :currency
  AND __time >= :from AND __time < :until
GROUP BY 1
ORDER BY 1
