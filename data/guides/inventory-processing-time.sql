WITH movements AS (
  -- fr: Mouvements du lundi 12 au dimanche 18 octobre 2026, et minutes écoulées avant que le stock
  -- fr: affiché ne suive.
  -- en: Movements from Monday 12 to Sunday 18 October 2026, and the minutes that passed before the stock
  -- en: shown online followed.
  SELECT
    (JULIANDAY(visible_at) - JULIANDAY(happened_at)) * 1440.0 AS minutes_behind
    -- postgresql: EXTRACT(EPOCH FROM visible_at - happened_at) / 60.0 AS minutes_behind
    -- bigquery: TIMESTAMP_DIFF(visible_at, happened_at, SECOND) / 60.0 AS minutes_behind
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
