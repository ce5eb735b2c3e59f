-- fr: Commandes confirmées en octobre 2026. Une panne technique compte si quelqu'un a dû la réparer
-- fr: (reworked_at), ou si la commande n'est toujours pas libérée. Elle ne compte pas si une relance
-- fr: automatique l'a réglée.
-- en: Orders confirmed in October 2026. A technical failure counts if a person had to repair it
-- en: (reworked_at), or if the order is still stuck before release. It does not count if an automatic
-- en: retry cleared it.
WITH confirmed AS (
  SELECT
    CASE
      WHEN integration_failed = 1 AND (reworked_at IS NOT NULL OR released_at IS NULL) THEN 1
      ELSE 0
    END AS failed
  FROM orders
  WHERE confirmed_at >= '2026-10-01'
    AND confirmed_at < '2026-11-01'
)
SELECT
  SUM(failed) AS numerator,
  COUNT(*) AS denominator,
  ROUND(100.0 * SUM(failed) / NULLIF(COUNT(*), 0), 2) AS value
FROM confirmed;
