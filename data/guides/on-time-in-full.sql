-- fr: Commandes dont la première promesse tombe en octobre 2026, reçues complètes (ou prêtes à retirer)
-- fr: au plus tard ce jour-là.
-- en: Orders first promised for October 2026, received whole (or ready to collect) by that day.
-- fr: À écarter aussi : doublons, tests, annulations pour ressaisie, lignes d'un tiers, garanties et licences, dates
-- fr: repoussées par le client, articles envoyés en échange ou pour en remplacer un défectueux, réexpéditions ouvertes
-- fr: comme commandes (leur colis se rattache à la première). À compter à part : commandes sans date promise. À juger
-- fr: livraison par livraison : commandes à deux dates promises. Les données d'exemple n'en contiennent pas.
-- en: To be left out too: duplicates, test orders and orders cancelled to be re-keyed, third-party lines, warranties
-- en: and licences, dates put back by the customer, items sent in exchange or to replace a faulty one, reshipments
-- en: opened as orders (tie their parcel to the first order). To be counted apart: orders without a promised date. To
-- en: be judged delivery by delivery: orders with two promised dates. The sample data hold none.
WITH last_parcel AS (
  -- fr: Un colis sans scan de livraison n'est pas arrivé.
  -- en: A parcel without a delivery scan has not arrived.
  SELECT order_id, MAX(COALESCE(delivered_on, '9999-12-31')) AS arrived_on
  FROM shipments
  GROUP BY order_id
),
short_lines AS (
  SELECT DISTINCT order_id
  FROM order_items
  WHERE quantity_shipped < quantity
),
judged AS (
  SELECT
    CASE
      -- fr: Une commande prête et jamais retirée est jugée sur l'heure où elle était prête.
      -- en: An order that was ready and never collected is judged by when it was ready.
      WHEN o.status = 'cancelled' AND o.cancel_reason <> 'uncollected' THEN 0
      WHEN short_lines.order_id IS NOT NULL THEN 0
      WHEN o.delivery_mode = 'collect' AND DATE(o.ready_at) <= o.first_promised_on THEN 1
      WHEN o.delivery_mode <> 'collect' AND last_parcel.arrived_on <= o.first_promised_on THEN 1
      ELSE 0
    END AS kept
  FROM orders AS o
  LEFT JOIN last_parcel ON last_parcel.order_id = o.order_id
  LEFT JOIN short_lines ON short_lines.order_id = o.order_id
  WHERE o.confirmed_at IS NOT NULL
    AND o.first_promised_on >= '2026-10-01'
    AND o.first_promised_on < '2026-11-01'
    -- fr: Toutes les annulations du fait de l'enseigne restent comptées : la promesse n'est pas tenue.
    -- en: All of the retailer's own cancellations stay in: their promise was not kept.
    AND (o.cancel_reason IS NULL OR o.cancel_reason NOT IN ('customer', 'payment', 'fraud'))
)
SELECT
  SUM(kept) AS numerator,
  COUNT(*) AS denominator,
  ROUND(100.0 * SUM(kept) / COUNT(*), 2) AS value
FROM judged;
