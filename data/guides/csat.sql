-- fr: Réponses satisfaites (4 ou 5 sur 5) parmi les réponses reçues en octobre 2026 à propos d'un seul
-- fr: moment, la livraison à domicile.
-- en: Satisfied answers (4 or 5 out of 5) among the answers received in October 2026 about one moment
-- en: only, a home delivery.
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
