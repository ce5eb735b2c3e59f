-- Order processing time: calendar hours from confirmation to the last parcel's handover, or to readiness.
WITH last_parcel AS (
  SELECT order_id, MAX(shipped_at) AS handed_at
  FROM shipments
  GROUP BY order_id
),
finished AS (
  SELECT
    o.order_id,
    o.confirmed_at,
    CASE WHEN o.delivery_mode = 'collect' THEN o.ready_at ELSE p.handed_at END AS done_at
  FROM orders AS o
  LEFT JOIN last_parcel AS p ON p.order_id = o.order_id
  WHERE o.confirmed_at IS NOT NULL
    AND o.status <> 'cancelled'
    -- left out: open orders with a unit still to leave
    AND NOT (
      o.status = 'open'
      AND EXISTS (
        SELECT 1
        FROM order_items AS i
        WHERE i.order_id = o.order_id AND i.quantity_shipped < i.quantity
      )
    )
)
SELECT
  ROUND(SUM(24.0 * (JULIANDAY(done_at) - JULIANDAY(confirmed_at))), 2) AS numerator,
  COUNT(*) AS denominator,
  ROUND(AVG(24.0 * (JULIANDAY(done_at) - JULIANDAY(confirmed_at))), 2) AS value
FROM finished
WHERE done_at >= '2026-10-01'
  AND done_at < '2026-11-01';
