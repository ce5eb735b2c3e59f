-- fr: Gestes commerciaux accordés en octobre 2026 sur des commandes en ligne, rapportés aux ventes en
-- fr: ligne du mois. Les deux montants sont hors TVA.
-- en: Goodwill gestures granted in October 2026 on online orders, over the online sales of the month.
-- en: Both amounts exclude VAT.
WITH granted AS (
  SELECT
    SUM(goodwill.amount) AS amount
  FROM goodwill
  JOIN orders
    ON orders.order_id = goodwill.order_id
  WHERE orders.channel IN ('web', 'app')
    AND goodwill.granted_at >= '2026-10-01'
    AND goodwill.granted_at < '2026-11-01'
),
online AS (
  SELECT
    SUM(net_sales) AS amount
  FROM sales
  WHERE channel IN ('web', 'app')
    AND day >= '2026-10-01'
    AND day < '2026-11-01'
)
SELECT
  ROUND(granted.amount, 2) AS numerator,
  ROUND(online.amount, 2) AS denominator,
  ROUND(100.0 * granted.amount / online.amount, 2) AS value
FROM granted
CROSS JOIN online;
