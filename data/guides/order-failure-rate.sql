-- Orders confirmed in October. A technical failure counts once a person repaired it (reworked_at),
-- or while it is still stuck before release. One cleared by an automatic retry does not count.
WITH confirmed AS (
  SELECT
    CASE
      WHEN integration_failed = 1 AND (reworked_at IS NOT NULL OR released_at IS NULL) THEN 1
      ELSE 0
    END AS failed
  FROM orders
  WHERE confirmed_at >= '2026-10-01'
    AND confirmed_at < '2026-11-01'
)
SELECT
  SUM(failed) AS numerator,
  COUNT(*) AS denominator,
  ROUND(100.0 * SUM(failed) / NULLIF(COUNT(*), 0), 2) AS value
FROM confirmed;
