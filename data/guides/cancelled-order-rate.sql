-- Cancelled order rate: orders confirmed, placed in October 2026, then cancelled in full for stock or delay.
-- Cancelled orders of every reason stay in the denominator; orders never confirmed do not.
WITH confirmed AS (
  SELECT
    order_id,
    CASE
      WHEN status = 'cancelled' AND cancel_reason IN ('stock', 'delay') THEN 1
      ELSE 0
    END AS cancelled_by_retailer
  FROM orders
  WHERE confirmed_at IS NOT NULL
    AND placed_at >= '2026-10-01'
    AND placed_at < '2026-11-01'
)
SELECT
  SUM(cancelled_by_retailer) AS numerator,
  COUNT(*) AS denominator,
  ROUND(100.0 * SUM(cancelled_by_retailer) / COUNT(*), 2) AS value
FROM confirmed;
