-- fr: Commandes en ligne dont la dernière remise date d'octobre 2026, et parmi elles celles que le client
-- fr: a retirées en magasin. Le colis d'une commande à retirer est une navette vers le magasin, pas une
-- fr: remise au client. À écarter aussi : courses à créneau, ventes d'un tiers, envois d'échange, de remplacement ou
-- fr: de réexpédition. Les données d'exemple n'en contiennent pas.
-- en: Online orders whose last handover fell in October 2026, and among them those handed to the customer
-- en: in a store. A parcel of a collection order is a transfer to store, not a handover. To be left out too: grocery
-- en: by slot, third-party sales, items sent in exchange, as a replacement or a reshipment. The sample data hold none.
WITH handovers AS (
  SELECT collections.order_id, collections.collected_at AS handed_over_at, 1 AS in_store
  FROM collections
  JOIN locations
    ON locations.location_id = collections.location_id
  WHERE locations.kind = 'store'
  UNION ALL
  SELECT shipments.order_id, shipments.shipped_at, 0
  FROM shipments
  JOIN orders
    ON orders.order_id = shipments.order_id
  WHERE orders.delivery_mode <> 'collect'
),
served AS (
  SELECT handovers.order_id, MAX(in_store) AS collected, MAX(handed_over_at) AS last_handover_at
  FROM handovers
  JOIN orders
    ON orders.order_id = handovers.order_id
  WHERE orders.channel IN ('web', 'app')
  GROUP BY handovers.order_id
)
SELECT
  SUM(collected) AS numerator,
  COUNT(*) AS denominator,
  ROUND(100.0 * SUM(collected) / NULLIF(COUNT(*), 0), 2) AS value
FROM served
WHERE last_handover_at >= '2026-10-01'
  AND last_handover_at < '2026-11-01';
