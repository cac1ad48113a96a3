-- How many orders were scored into each tenth of the scale, by model.
SELECT
  "model",
  "modelVersion",
  "bucket",
  SUM("scores") AS "scores",
  SUM("score") / SUM("scores") AS "mean"
FROM "order_scores"
WHERE "tenant" = :tenant
  AND __time >= :from AND __time < :until
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
