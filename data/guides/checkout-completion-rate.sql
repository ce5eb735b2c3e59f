-- Sessions with a cart, started in October, bots out. The order counts once payment is accepted
-- (confirmed_at), even if it is cancelled later or confirmed after midnight.
SELECT
  COUNT(orders.confirmed_at) AS numerator,
  COUNT(*) AS denominator,
  ROUND(100.0 * COUNT(orders.confirmed_at) / NULLIF(COUNT(*), 0), 2) AS value
FROM sessions
LEFT JOIN orders
  ON orders.order_id = sessions.order_id
WHERE sessions.is_bot = 0
  AND sessions.added_to_cart = 1
  AND sessions.started_at >= '2026-10-01'
  AND sessions.started_at < '2026-11-01';
