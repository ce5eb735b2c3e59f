-- fr: Minutes d'octobre 2026 (heure UTC) sans panne ni lenteur. Les arrêts planifiés comptent comme des
-- fr: pannes.
-- en: Minutes of October 2026 (UTC) without an outage or a slow spell. Planned stops count as outages.
WITH spells AS (
  -- fr: Chaque incident est ramené aux bornes du mois ; celui qui dure encore court jusqu'à la fin du mois.
  -- en: Each incident is cut at the edges of the month; one that is still open runs to the end of it.
  SELECT
    CASE WHEN started_at < '2026-10-01' THEN '2026-10-01' ELSE started_at END AS starts,
    CASE WHEN ended_at < '2026-11-01' THEN ended_at ELSE '2026-11-01' END AS ends
  FROM incidents
  WHERE kind IN ('outage', 'slow')
    AND started_at < '2026-11-01'
    AND (ended_at IS NULL OR ended_at > '2026-10-01')
),
ordered AS (
  -- fr: Quand deux incidents se recouvrent, leurs minutes communes ne comptent qu'une fois.
  -- en: When two incidents overlap, the minutes they share count once.
  SELECT
    starts,
    ends,
    MAX(ends) OVER (ORDER BY starts, ends ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS covered
  FROM spells
),
gaps AS (
  SELECT CASE WHEN covered > starts THEN covered ELSE starts END AS lost_from, ends AS lost_to
  FROM ordered
  WHERE covered IS NULL OR ends > covered
),
totals AS (
  SELECT
    31 * 24 * 60 AS minutes,
    ROUND(COALESCE(SUM((JULIANDAY(lost_to) - JULIANDAY(lost_from)) * 1440.0), 0)) AS lost
    -- postgresql: ROUND(COALESCE(SUM(EXTRACT(EPOCH FROM lost_to - lost_from) / 60.0), 0)) AS lost
    -- bigquery: ROUND(COALESCE(SUM(TIMESTAMP_DIFF(lost_to, lost_from, SECOND) / 60.0), 0)) AS lost
  FROM gaps
)
SELECT minutes - lost AS numerator, minutes AS denominator, ROUND(100.0 * (minutes - lost) / minutes, 2) AS value
FROM totals;
