-- Implementation time, in weeks: kick-off to first customer order, latest completed project.
SELECT
  ROUND((JULIANDAY(p.live_on) - JULIANDAY(p.started_on)) / 7.0, 2) AS value
FROM projects AS p
WHERE p.kind = 'implementation'
  AND p.live_on IS NOT NULL
ORDER BY p.live_on DESC
LIMIT 1;
