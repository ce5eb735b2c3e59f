-- fr: Semaines entre le démarrage du projet et la première commande d'un client, pour le dernier projet
-- fr: achevé.
-- en: Weeks from the kick-off of the project to the first customer order, for the latest project that is
-- en: complete.
SELECT
  ROUND((JULIANDAY(p.live_on) - JULIANDAY(p.started_on)) / 7.0, 2) AS value
  -- postgresql: ROUND((p.live_on - p.started_on) / 7.0, 2) AS value
  -- bigquery: ROUND(DATE_DIFF(p.live_on, p.started_on, DAY) / 7.0, 2) AS value
FROM projects AS p
WHERE p.kind = 'implementation'
  AND p.live_on IS NOT NULL
ORDER BY p.live_on DESC
LIMIT 1;
