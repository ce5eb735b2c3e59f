-- fr: Visites de retrait d'octobre 2026 avec un autre achat en caisse. Les commandes retirées ensemble
-- fr: (même client, même magasin, même jour) font une seule visite.
-- en: Collection visits of October 2026 with another purchase at the till. Orders collected together
-- en: (same customer, same store, same day) are one visit.
WITH visits AS (
  SELECT
    -- fr: Une commande sans compte n'a pas de numéro de client : chacune fait une visite à elle seule.
    -- en: An order without an account has no customer number: each makes a visit of its own.
    COALESCE(o.customer_id, -o.order_id) AS visitor,
    c.location_id,
    DATE(c.collected_at) AS visit_day,
    MAX(CASE WHEN c.till_receipt_value > 0 THEN 1 ELSE 0 END) AS bought_more
  FROM collections AS c
  JOIN orders AS o ON o.order_id = c.order_id
  JOIN locations AS l ON l.location_id = c.location_id
  WHERE o.channel IN ('web', 'app')
    AND l.kind = 'store'
    AND c.collected_at >= '2026-10-01'
    AND c.collected_at < '2026-11-01'
  GROUP BY COALESCE(o.customer_id, -o.order_id), c.location_id, DATE(c.collected_at)
)
SELECT
  SUM(bought_more) AS numerator,
  COUNT(*) AS denominator,
  ROUND(100.0 * SUM(bought_more) / COUNT(*), 2) AS value
FROM visits;
