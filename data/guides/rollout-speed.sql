-- fr: Ouvertures dont la première commande d'un client date des douze mois clos à fin octobre 2026. Le
-- fr: délai court depuis la décision (signed_on), pas depuis le démarrage du projet (started_on).
-- en: Launches whose first customer order fell in the twelve months to the end of October 2026. The clock
-- en: starts at the decision (signed_on), not at the kick-off (started_on).
WITH launches AS (
  SELECT
    (JULIANDAY(live_on) - JULIANDAY(signed_on)) / 7.0 AS weeks
    -- postgresql: (live_on - signed_on) / 7.0 AS weeks
    -- bigquery: DATE_DIFF(live_on, signed_on, DAY) / 7.0 AS weeks
  FROM projects
  WHERE kind = 'launch'
    AND live_on >= '2025-11-01'
    AND live_on < '2026-11-01'
)
SELECT
  ROUND(SUM(weeks), 2) AS numerator,
  COUNT(*) AS denominator,
  ROUND(AVG(weeks), 2) AS value
FROM launches;
