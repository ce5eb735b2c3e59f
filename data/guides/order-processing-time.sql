-- fr: Heures écoulées, nuits et week-ends compris, entre la confirmation et la remise du dernier colis au
-- fr: transporteur, ou l'instant où la commande est prête à retirer.
-- en: Hours on the clock, nights and weekends included, from confirmation to the handover of the last
-- en: parcel to the carrier, or to the moment when the order is ready to collect.
WITH last_parcel AS (
  SELECT order_id, MAX(shipped_at) AS handed_at
  FROM shipments
  GROUP BY order_id
),
finished AS (
  SELECT
    o.confirmed_at,
    CASE WHEN o.delivery_mode = 'collect' THEN o.ready_at ELSE p.handed_at END AS done_at
  FROM orders AS o
  LEFT JOIN last_parcel AS p ON p.order_id = o.order_id
  WHERE o.confirmed_at IS NOT NULL
    -- fr: Une commande prête et jamais retirée reste : sa préparation était finie.
    -- en: An order that was ready and never collected stays: its picking was done.
    AND (o.status <> 'cancelled' OR o.cancel_reason = 'uncollected')
    -- fr: À écarter aussi : précommandes, dates choisies, articles achetés à la commande, envois d'un fournisseur ou
    -- fr: d'un tiers, commandes d'une application de livraison rapide, réexpéditions, échanges et remplacements. Les
    -- fr: données d'exemple n'en contiennent pas.
    -- en: To be left out too: pre-orders, chosen days, items bought to order, shipments by a supplier or a third party,
    -- en: delivery-app orders, reshipments, exchanges and replacements. The sample data hold none.
    -- fr: On écarte les commandes encore ouvertes dont une unité n'est pas partie.
    -- en: Orders that are still open with a unit yet to leave are left out.
    AND NOT (
      o.status = 'open'
      AND EXISTS (
        SELECT 1
        FROM order_items AS i
        WHERE i.order_id = o.order_id AND i.quantity_shipped < i.quantity
      )
    )
),
durations AS (
  SELECT
    (JULIANDAY(done_at) - JULIANDAY(confirmed_at)) * 24.0 AS hours
    -- postgresql: EXTRACT(EPOCH FROM done_at - confirmed_at) / 3600.0 AS hours
    -- bigquery: TIMESTAMP_DIFF(done_at, confirmed_at, SECOND) / 3600.0 AS hours
  FROM finished
  WHERE done_at >= '2026-10-01'
    AND done_at < '2026-11-01'
)
SELECT
  ROUND(SUM(hours), 2) AS numerator,
  COUNT(*) AS denominator,
  ROUND(AVG(hours), 2) AS value
FROM durations;
