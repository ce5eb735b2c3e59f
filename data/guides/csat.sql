-- Satisfied answers among the answers received in October 2026 about one moment: a home delivery.
SELECT
  SUM(CASE WHEN surveys.satisfaction >= 4 THEN 1 ELSE 0 END) AS numerator,
  COUNT(surveys.satisfaction) AS denominator,
  ROUND(100.0 * SUM(CASE WHEN surveys.satisfaction >= 4 THEN 1 ELSE 0 END) / COUNT(surveys.satisfaction), 2) AS value
FROM surveys
JOIN orders
  ON orders.order_id = surveys.order_id
WHERE orders.delivery_mode = 'home'
  AND orders.status = 'delivered'
  AND surveys.answered_at >= '2026-10-01'
  AND surveys.answered_at < '2026-11-01';
