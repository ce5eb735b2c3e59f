-- fr: Demandes ouvertes en octobre 2026. Elles comptent comme résolues si le premier contact les a réglées
-- fr: et que le client n'est pas revenu dans les 7 jours. Un appel abandonné n'ouvre pas de demande.
-- en: Requests opened in October 2026. They count as resolved if the first contact settled them and the
-- en: customer did not come back within 7 days. An abandoned call opens no request.
WITH opened AS (
  SELECT
    request_id,
    MIN(opened_at) AS opened_at
  FROM contacts
  WHERE channel <> 'phone'
    OR talk_minutes IS NOT NULL
  GROUP BY request_id
),
requests AS (
  SELECT
    opened.request_id,
    MAX(opening.resolved_first_time) AS ticked,
    COUNT(later.contact_id) AS came_back
  FROM opened
  JOIN contacts AS opening
    ON opening.request_id = opened.request_id
    AND opening.opened_at = opened.opened_at
  LEFT JOIN contacts AS later
    ON later.request_id = opened.request_id
    AND later.opened_at > opened.opened_at
    AND later.opened_at <= DATETIME(opened.opened_at, '+7 days')
    -- postgresql: AND later.opened_at <= opened.opened_at + INTERVAL '7 days'
    -- bigquery: AND later.opened_at <= TIMESTAMP_ADD(opened.opened_at, INTERVAL 7 DAY)
  WHERE opened.opened_at >= '2026-10-01'
    AND opened.opened_at < '2026-11-01'
  GROUP BY opened.request_id
)
SELECT
  SUM(CASE WHEN ticked = 1 AND came_back = 0 THEN 1 ELSE 0 END) AS numerator,
  COUNT(*) AS denominator,
  ROUND(100.0 * SUM(CASE WHEN ticked = 1 AND came_back = 0 THEN 1 ELSE 0 END) / COUNT(*), 2) AS value
FROM requests;
