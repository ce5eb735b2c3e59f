-- fr: Commandes en ligne servies en octobre 2026, et parmi elles celles dont au moins une ligne vient du
-- fr: stock d'un magasin. À écarter aussi : ventes d'un tiers, envois d'échange, de remplacement ou de réexpédition.
-- fr: Les données d'exemple n'en contiennent pas.
-- en: Online orders served in October 2026, and among them those with at least one line from store stock.
-- en: To be left out too: third-party sales, items sent in exchange, as a replacement or a reshipment. The sample data hold
-- en: none.
WITH handovers AS (
  SELECT s.order_id, s.shipped_at AS handed_at
  FROM shipments AS s
  JOIN orders AS o ON o.order_id = s.order_id
  WHERE o.delivery_mode <> 'collect'
  UNION ALL
  SELECT c.order_id, c.collected_at
  FROM collections AS c
),
served AS (
  SELECT order_id, MAX(handed_at) AS served_at
  FROM handovers
  GROUP BY order_id
),
from_store AS (
  SELECT DISTINCT i.order_id
  FROM order_items AS i
  JOIN locations AS l ON l.location_id = i.fulfilled_from
  WHERE l.kind = 'store'
    AND i.quantity_shipped > 0
)
SELECT
  COUNT(from_store.order_id) AS numerator,
  COUNT(*) AS denominator,
  ROUND(100.0 * COUNT(from_store.order_id) / COUNT(*), 2) AS value
FROM served
JOIN orders AS o ON o.order_id = served.order_id
LEFT JOIN from_store ON from_store.order_id = served.order_id
WHERE o.channel IN ('web', 'app')
  AND served.served_at >= '2026-10-01'
  AND served.served_at < '2026-11-01';
