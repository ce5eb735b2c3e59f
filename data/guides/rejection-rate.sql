-- Rejection rate: picking requests sent to stores in the week of Monday 5 October 2026.
-- The week is closed: a request still unanswered is past its time limit and counts as rejected.
WITH requests AS (
  SELECT
    f.fulfilment_id,
    CASE
      WHEN f.rejected_at IS NOT NULL THEN 1
      WHEN f.accepted_at IS NULL THEN 1
      ELSE 0
    END AS rejected
  FROM fulfilments AS f
  JOIN locations AS l ON l.location_id = f.location_id
  JOIN orders AS o ON o.order_id = f.order_id
  WHERE l.kind = 'store'
    AND f.assigned_at >= '2026-10-05'
    AND f.assigned_at < '2026-10-12'
    -- left out: the customer cancelled before the store answered
    AND NOT (
      COALESCE(o.cancel_reason, '') = 'customer'
      AND o.cancelled_at < COALESCE(f.accepted_at, f.rejected_at, '9999-12-31')
    )
)
SELECT
  SUM(rejected) AS numerator,
  COUNT(*) AS denominator,
  ROUND(100.0 * SUM(rejected) / COUNT(*), 2) AS value
FROM requests;
