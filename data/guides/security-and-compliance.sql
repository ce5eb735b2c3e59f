-- fr: Incidents confirmés, découverts dans les douze mois clos à fin octobre 2026, comptés une fois
-- fr: chacun. Pour ces deux natures d'incident, started_at est la date de découverte. Les tests commandés
-- fr: (planned) ne sont pas des incidents.
-- en: Confirmed incidents found in the twelve months to the end of October 2026, each counted once. For
-- en: these two kinds, started_at is the date of discovery. Tests that were ordered (planned) are not
-- en: incidents.
SELECT COUNT(DISTINCT incident_id) AS value
FROM incidents
WHERE kind IN ('security', 'compliance')
  AND planned = 0
  AND started_at >= '2025-11-01'
  AND started_at < '2026-11-01';
