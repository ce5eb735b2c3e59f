-- fr: Commandes en ligne servies en octobre 2026, et parmi elles celles dont un colis est parti d'un
-- fr: magasin. À écarter aussi : courses à créneau, ventes d'un tiers, envois d'échange, de remplacement ou de
-- fr: réexpédition. Les données d'exemple n'en contiennent pas.
-- en: Online orders served in October 2026, and among them those with a parcel sent by a store.
-- en: To be left out too: grocery by slot, third-party sales, items sent in exchange, as a replacement or a reshipment. The
-- en: sample data hold none.
WITH handovers AS (
  -- fr: Livraison à domicile ou en point relais : la commande est servie quand son dernier colis part vers le client.
  -- en: Delivery to a home or a parcel shop: the order is served when its last parcel leaves for the customer.
  SELECT
    s.order_id,
    s.shipped_at AS handed_at,
    CASE WHEN l.kind = 'store' THEN 1 ELSE 0 END AS sent_by_store
  FROM shipments AS s
  JOIN orders AS o ON o.order_id = s.order_id
  JOIN locations AS l ON l.location_id = s.location_id
  WHERE o.delivery_mode <> 'collect'
  UNION ALL
  -- fr: Retrait en magasin : la commande est servie quand le client la retire.
  -- en: Collection: the order is served when the customer collects it.
  SELECT c.order_id, c.collected_at, 0
  FROM collections AS c
),
served AS (
  SELECT order_id, MAX(handed_at) AS served_at, MAX(sent_by_store) AS sent_by_store
  FROM handovers
  GROUP BY order_id
)
SELECT
  SUM(served.sent_by_store) AS numerator,
  COUNT(*) AS denominator,
  ROUND(100.0 * SUM(served.sent_by_store) / COUNT(*), 2) AS value
FROM served
JOIN orders AS o ON o.order_id = served.order_id
WHERE o.channel IN ('web', 'app')
  AND served.served_at >= '2026-10-01'
  AND served.served_at < '2026-11-01';
