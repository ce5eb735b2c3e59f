-- fr: Promoteurs moins détracteurs pour cent réponses, au quatrième trimestre 2026, sur les réponses
-- fr: déjà reçues.
-- en: Promoters minus detractors per hundred answers, in the fourth quarter of 2026, on the answers
-- en: received so far.
WITH answers AS (
  SELECT
    CASE
      WHEN recommend >= 9 THEN 1
      WHEN recommend <= 6 THEN -1
      ELSE 0
    END AS weight
  FROM surveys
  WHERE recommend IS NOT NULL
    AND answered_at >= '2026-10-01'
    AND answered_at < '2027-01-01'
)
SELECT
  100 * SUM(weight) AS numerator,
  COUNT(*) AS denominator,
  ROUND(100.0 * SUM(weight) / COUNT(*), 0) AS value
FROM answers;
