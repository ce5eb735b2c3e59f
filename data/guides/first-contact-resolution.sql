-- Requests opened in October 2026: settled at the first contact and not back within 7 days.
WITH opened AS (
  SELECT
    request_id,
    MIN(opened_at) AS opened_at
  FROM contacts
  GROUP BY request_id
),
requests AS (
  SELECT
    opened.request_id,
    opening.resolved_first_time AS ticked,
    (
      SELECT COUNT(*)
      FROM contacts AS later
      WHERE later.request_id = opened.request_id
        AND later.opened_at > opened.opened_at
        AND later.opened_at <= datetime(opened.opened_at, '+7 days')
    ) AS came_back
  FROM opened
  JOIN contacts AS opening
    ON opening.request_id = opened.request_id
    AND opening.opened_at = opened.opened_at
  WHERE opened.opened_at >= '2026-10-01'
    AND opened.opened_at < '2026-11-01'
)
SELECT
  SUM(CASE WHEN ticked = 1 AND came_back = 0 THEN 1 ELSE 0 END) AS numerator,
  COUNT(*) AS denominator,
  ROUND(100.0 * SUM(CASE WHEN ticked = 1 AND came_back = 0 THEN 1 ELSE 0 END) / COUNT(*), 2) AS value
FROM requests;
