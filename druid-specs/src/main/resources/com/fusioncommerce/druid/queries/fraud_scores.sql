-- How many of the orders placed in the window were scored into each tenth of the scale, by model.
SELECT
  "model",
  "modelVersion",
  "bucket",
  SUM("scores") AS "scores",
  SUM("score") / SUM("scores") AS "mean"
FROM "score_facts"
WHERE "tenant" = :tenant
  AND "currency" = :currency
  AND __time >= :from AND __time < :until
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
