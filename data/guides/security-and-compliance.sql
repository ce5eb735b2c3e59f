-- Confirmed incidents found in the twelve months to the end of October 2026, each counted once.
-- started_at is the date of discovery for these two kinds; ordered tests (planned) are not incidents.
SELECT COUNT(DISTINCT incident_id) AS value
FROM incidents
WHERE kind IN ('security', 'compliance')
  AND planned = 0
  AND started_at >= '2025-11-01'
  AND started_at < '2026-11-01';
