-- fr: Commandes confirmées en octobre 2026. Un échec compte si quelqu'un a dû reprendre la commande
-- fr: (reworked_at), ou si elle n'a jamais été lancée en préparation (released_at). Il ne compte pas si
-- fr: un rejeu automatique a suffi, ni si, avant que personne l'ait reprise, la commande a été annulée
-- fr: pour paiement, fraude ou stock. Bloquée puis annulée pour un autre motif, elle compte.
-- en: Orders confirmed in October 2026. A failure counts if someone had to repair the order
-- en: (reworked_at), or if it was never released to picking (released_at). It does not count if an
-- en: automatic replay did the job, or if the order was cancelled for payment, fraud or stock before
-- en: anyone took it up. Stuck and then cancelled for any other reason, it counts.
WITH confirmed AS (
  SELECT
    CASE
      WHEN integration_failed = 1 AND reworked_at IS NOT NULL THEN 1
      WHEN integration_failed = 1 AND released_at IS NULL
        AND COALESCE(cancel_reason, '') NOT IN ('payment', 'fraud', 'stock') THEN 1
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
