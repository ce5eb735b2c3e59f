-- Sessions with a cart, started in October, bots out. No order, or an order whose payment was
-- never accepted (no confirmed_at), makes an abandonment; a later cancellation does not.
WITH carts AS (
  SELECT
    CASE WHEN orders.confirmed_at IS NULL THEN 1 ELSE 0 END AS abandoned
  FROM sessions
  LEFT JOIN orders
    ON orders.order_id = sessions.order_id
  WHERE sessions.is_bot = 0
    AND sessions.added_to_cart = 1
    AND sessions.started_at >= '2026-10-01'
    AND sessions.started_at < '2026-11-01'
)
SELECT
  SUM(abandoned) AS numerator,
  COUNT(*) AS denominator,
  ROUND(100.0 * SUM(abandoned) / NULLIF(COUNT(*), 0), 2) AS value
FROM carts;
