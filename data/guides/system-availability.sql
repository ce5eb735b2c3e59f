-- Minutes of October (UTC) in which no outage or slow spell was running, planned stops included.
WITH month AS (
  SELECT '2026-10-01 00:00:00' AS opens, '2026-11-01 00:00:00' AS closes
),
spells AS (  -- incidents cut at the edges of the month; one still open runs to its end
  SELECT
    MAX(started_at, opens) AS starts,
    MIN(COALESCE(ended_at, closes), closes) AS ends
  FROM incidents
  CROSS JOIN month
  WHERE kind IN ('outage', 'slow')
    AND started_at < closes
    AND COALESCE(ended_at, closes) > opens
),
ordered AS (  -- the latest end seen before each spell, so that overlapping minutes count once
  SELECT
    starts,
    ends,
    MAX(ends) OVER (ORDER BY starts, ends ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS covered
  FROM spells
),
lost AS (
  SELECT COALESCE(SUM(JULIANDAY(ends) - JULIANDAY(MAX(starts, COALESCE(covered, starts)))), 0) AS days
  FROM ordered
  WHERE covered IS NULL OR ends > covered
),
totals AS (
  SELECT ROUND((JULIANDAY(closes) - JULIANDAY(opens)) * 1440) AS minutes, ROUND(days * 1440) AS lost
  FROM month
  CROSS JOIN lost
)
SELECT minutes - lost AS numerator, minutes AS denominator, ROUND(100.0 * (minutes - lost) / minutes, 2) AS value
FROM totals;
