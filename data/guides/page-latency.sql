-- One row of sessions is one reading; availability_ms is empty when no ATP call reached the OMS.
-- A call without an answer already carries the time limit, so it stays in. Bots stay in too.
-- With a log of calls: one row per call, and its own timestamp instead of started_at.
SELECT
  SUM(availability_ms) AS numerator,
  COUNT(availability_ms) AS denominator,
  ROUND(SUM(availability_ms) / NULLIF(COUNT(availability_ms), 0), 2) AS value
FROM sessions
WHERE started_at >= '2026-10-01'
  AND started_at < '2026-11-01'
  AND availability_ms IS NOT NULL;
