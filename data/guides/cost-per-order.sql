-- Cost per order: labour, packaging and carriage of October 2026 over the online orders first shipped or collected that month.
-- 33.5 = loaded hourly cost in euros, the calculator's starting value (Eurostat, EU average, 2024): use payroll's.
WITH costs AS (
  SELECT s.order_id, s.shipped_at AS spent_at, s.shipping_cost + s.handling_cost AS amount
  FROM shipments AS s
  UNION ALL
  SELECT f.order_id, COALESCE(f.picked_at, f.rejected_at, f.accepted_at), f.minutes_worked / 60.0 * 33.5
  FROM fulfilments AS f
),
spent AS (
  SELECT SUM(costs.amount) AS amount
  FROM costs
  JOIN orders AS o ON o.order_id = costs.order_id
  WHERE o.channel IN ('web', 'app')
    AND costs.spent_at >= '2026-10-01' AND costs.spent_at < '2026-11-01'
),
served AS (
  SELECT o.order_id, MIN(s.shipped_at) AS served_at
  FROM orders AS o
  JOIN shipments AS s ON s.order_id = o.order_id
  WHERE o.channel IN ('web', 'app') AND o.delivery_mode = 'home'
  GROUP BY o.order_id
  UNION ALL
  SELECT o.order_id, c.collected_at
  FROM orders AS o
  JOIN collections AS c ON c.order_id = o.order_id
  WHERE o.channel IN ('web', 'app')
)
SELECT
  ROUND(MAX(spent.amount), 2) AS numerator,
  COUNT(*) AS denominator,
  ROUND(MAX(spent.amount) / COUNT(*), 2) AS value
FROM served
CROSS JOIN spent
WHERE served_at >= '2026-10-01' AND served_at < '2026-11-01';
