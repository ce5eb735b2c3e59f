-- fr: Commandes livrées (à domicile ou en point relais) d'au moins deux unités, dont le premier colis est
-- fr: parti en octobre 2026, et parmi elles celles qui sont parties en plusieurs expéditions. Les données
-- fr: d'exemple ne disent pas en combien de colis tient un article : s'il en faut plusieurs, comptez ces colis à la
-- fr: place des unités.
-- en: Delivered orders (to a home or a parcel shop) of at least two units whose first parcel left in
-- en: October 2026, and among them those sent in several shipments. The sample data do not say
-- en: how many parcels an item takes: where it takes several, count those parcels instead of units.
WITH days AS (
  -- fr: Une expédition est ce qui part d'un point de stock en un jour par un service de transport, quel que soit
  -- fr: le nombre de colis. Les données d'exemple ne contiennent pas le service : s'il est connu,
  -- fr: ajoutez-le au groupe.
  -- en: One shipment is what leaves one stock location on one day with one carrier service, however many
  -- en: parcels. The sample data do not hold the service: where it is known, add it to the grouping.
  SELECT order_id, location_id, DATE(shipped_at) AS day, MIN(shipped_at) AS first_shipped_at
  FROM shipments
  GROUP BY order_id, location_id, DATE(shipped_at)
),
sent AS (
  SELECT order_id, MIN(first_shipped_at) AS first_shipped_at, COUNT(*) AS shipments
  FROM days
  GROUP BY order_id
),
units AS (
  SELECT order_id, SUM(quantity) AS ordered
  FROM order_items
  GROUP BY order_id
)
SELECT
  SUM(CASE WHEN sent.shipments > 1 THEN 1 ELSE 0 END) AS numerator,
  COUNT(*) AS denominator,
  ROUND(100.0 * SUM(CASE WHEN sent.shipments > 1 THEN 1 ELSE 0 END) / COUNT(*), 2) AS value
FROM sent
JOIN units ON units.order_id = sent.order_id
JOIN orders AS o ON o.order_id = sent.order_id
WHERE o.delivery_mode <> 'collect'
  AND units.ordered >= 2
  AND sent.first_shipped_at >= '2026-10-01'
  AND sent.first_shipped_at < '2026-11-01';
