WITH movements AS (
  -- Monday 12 to Sunday 18 October; '%s' is the number of seconds since 1970
  SELECT
    (STRFTIME('%s', visible_at) - STRFTIME('%s', happened_at)) / 60.0 AS minutes_behind
  FROM stock_events
  WHERE happened_at >= '2026-10-12'
    AND happened_at < '2026-10-19'
    AND visible_at IS NOT NULL
)
SELECT
  ROUND(SUM(minutes_behind), 2) AS numerator,
  COUNT(*) AS denominator,
  ROUND(AVG(minutes_behind), 2) AS value
FROM movements;
