-- Split shipments: home orders of at least two units, first shipped in October 2026, sent in several shipments.
-- One shipment = one location on one day, however many boxes.
WITH sent AS (
  SELECT
    order_id,
    MIN(shipped_at) AS first_shipped_at,
    COUNT(DISTINCT location_id || ' ' || DATE(shipped_at)) AS shipments
  FROM shipments
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
WHERE o.delivery_mode = 'home'
  AND units.ordered >= 2
  AND sent.first_shipped_at >= '2026-10-01'
  AND sent.first_shipped_at < '2026-11-01';
