-- Launches with a first customer order in the twelve months to the end of October 2026.
-- The clock starts at the decision (signed_on), not at the kick-off (started_on).
WITH launches AS (
  SELECT (JULIANDAY(live_on) - JULIANDAY(signed_on)) / 7 AS weeks
  FROM projects
  WHERE kind = 'launch'
    AND live_on >= '2025-11-01'
    AND live_on < '2026-11-01'
)
SELECT
  ROUND(SUM(weeks), 2) AS numerator,
  COUNT(*) AS denominator,
  ROUND(AVG(weeks), 2) AS value
FROM launches;
