-- fr: Réponses satisfaites (4 ou 5 sur 5) parmi les réponses reçues en octobre 2026 à propos d'un seul
-- fr: moment, la livraison à domicile ou en point relais.
-- en: Satisfied answers (4 or 5 out of 5) among the answers received in October 2026 about one moment
-- en: only, a delivery to a home or a parcel shop.
SELECT
  SUM(CASE WHEN satisfaction >= 4 THEN 1 ELSE 0 END) AS numerator,
  COUNT(satisfaction) AS denominator,
  ROUND(100.0 * SUM(CASE WHEN satisfaction >= 4 THEN 1 ELSE 0 END) / COUNT(satisfaction), 2) AS value
FROM surveys
WHERE moment = 'delivery'
  AND answered_at >= '2026-10-01'
  AND answered_at < '2026-11-01';
