-- fr: Main-d'œuvre, emballage et transport d'octobre 2026, rapportés aux commandes en ligne dont le
-- fr: premier colis est parti, ou qui ont été retirées, ce mois-là.
-- en: Labour, packaging and carriage of October 2026, over the online orders whose first parcel left,
-- en: or which were collected, that month.
-- fr: À écarter aussi, avec leurs coûts : commandes qu'un fournisseur ou un tiers sert en entier, courses livrées en
-- fr: tournée, commandes d'une application de livraison rapide, services. À rattacher à la première
-- fr: commande : réexpéditions, échanges et remplacements ouverts comme commandes. Les données d'exemple n'ont rien de
-- fr: tout cela.
-- en: To be left out too, with their costs: orders served entirely by a supplier or a third party, groceries
-- en: delivered by van, orders from a delivery app, services. To be tied to the first order: reshipments, exchanges
-- en: and replacements opened as orders. The sample data hold none.
WITH costs AS (
  SELECT s.order_id, s.shipped_at AS spent_at, s.shipping_cost + s.handling_cost AS amount
  FROM shipments AS s
  UNION ALL
  -- fr: 33,5 est le coût horaire chargé en euros que propose le calculateur (Eurostat, moyenne de l'UE,
  -- fr: tous métiers, 2024) : trop haut pour un préparateur, à remplacer par celui de la paie.
  -- en: 33.5 is the loaded hourly cost in euros that the calculator starts from (Eurostat, EU average, all
  -- en: jobs, 2024): too high for a picker, to be replaced by the rate from payroll.
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
  WHERE o.channel IN ('web', 'app') AND o.delivery_mode <> 'collect'
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
  ROUND(1.0 * MAX(spent.amount) / COUNT(*), 2) AS value
FROM served
CROSS JOIN spent
WHERE served_at >= '2026-10-01' AND served_at < '2026-11-01';
