-- fr: Une ligne de sessions est un relevé ; availability_ms est vide quand aucune demande de disponibilité
-- fr: (ATP) n'a été adressée à l'OMS. Une demande restée sans réponse porte déjà le délai maximal : elle
-- fr: compte. Les robots comptent aussi.
-- en: One row of sessions is one reading; availability_ms is empty when no availability request (ATP)
-- en: reached the OMS. A request without an answer already carries the time limit, so it counts. Bots
-- en: count too.
-- fr: S'il existe un journal des demandes : une ligne par demande, et son propre horodatage à la place
-- fr: de started_at.
-- en: If you have a log of requests: one row per request, and its own timestamp instead of started_at.
SELECT
  SUM(availability_ms) AS numerator,
  COUNT(availability_ms) AS denominator,
  ROUND(AVG(availability_ms), 2) AS value
FROM sessions
WHERE started_at >= '2026-10-01'
  AND started_at < '2026-11-01'
  AND availability_ms IS NOT NULL;
