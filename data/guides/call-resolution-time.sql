-- fr: Minutes passées en ligne par demande réglée au téléphone en octobre 2026, tous ses appels
-- fr: additionnés.
-- en: Minutes on the line per request settled by phone in October 2026, all its calls added up.
WITH requests AS (
  SELECT
    request_id,
    MAX(opened_at) AS last_opened_at,
    SUM(COALESCE(talk_minutes, 0) + COALESCE(hold_minutes, 0)) AS minutes_on_line
  FROM contacts
  GROUP BY request_id
)
SELECT
  ROUND(SUM(requests.minutes_on_line), 2) AS numerator,
  COUNT(*) AS denominator,
  ROUND(AVG(requests.minutes_on_line), 2) AS value
FROM requests
-- fr: C'est le dernier contact qui règle la demande : si elle est rouverte, elle change de date.
-- en: The last contact settles the request: one that is reopened moves to its new date.
JOIN contacts AS settling
  ON settling.request_id = requests.request_id
  AND settling.opened_at = requests.last_opened_at
WHERE settling.channel = 'phone'
  AND settling.resolved_at >= '2026-10-01'
  AND settling.resolved_at < '2026-11-01';
