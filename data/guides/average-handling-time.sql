-- Talk, hold and wrap-up minutes per call handled in October 2026.
SELECT
  ROUND(SUM(talk_minutes + COALESCE(hold_minutes, 0) + COALESCE(wrap_minutes, 0)), 2) AS numerator,
  COUNT(*) AS denominator,
  ROUND(SUM(talk_minutes + COALESCE(hold_minutes, 0) + COALESCE(wrap_minutes, 0)) / COUNT(*), 2) AS value
FROM contacts
WHERE channel = 'phone'
  -- an abandoned call has no talk time
  AND talk_minutes IS NOT NULL
  AND opened_at >= '2026-10-01'
  AND opened_at < '2026-11-01';
