-- fr: Une ligne de sessions est un relevé ; availability_ms est vide quand aucun appel de disponibilité
-- fr: (ATP) n'est parti vers l'OMS. Un appel resté sans réponse porte déjà le délai limite : il compte.
-- fr: Les appels des robots comptent aussi.
-- en: One row of sessions is one reading; availability_ms is empty when no availability call (ATP)
-- en: went out to the OMS. A call left unanswered already carries the time limit, so it counts. Calls
-- en: by bots count too.
-- fr: S'il existe un journal des appels : une ligne par appel, et son propre horodatage à la place de
-- fr: started_at.
-- en: If you have a log of calls: one row per call, and its own timestamp instead of started_at.
SELECT
  SUM(availability_ms) AS numerator,
  COUNT(availability_ms) AS denominator,
  ROUND(AVG(availability_ms), 2) AS value
FROM sessions
WHERE started_at >= '2026-10-01'
  AND started_at < '2026-11-01'
  AND availability_ms IS NOT NULL;
