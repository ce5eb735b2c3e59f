-- fr: Commandes confirmées, passées en octobre 2026, puis annulées en entier faute de stock ou pour
-- fr: retard. Celles qui sont annulées pour un autre motif restent au dénominateur ; celles qui n'ont
-- fr: jamais été confirmées n'y entrent pas. À écarter aussi : doublons, tests, annulations pour ressaisie, envois
-- fr: ouverts comme commandes, ventes d'un tiers. Les données d'exemple n'en contiennent pas.
-- en: Confirmed orders placed in October 2026, then cancelled in full for lack of stock or for delay.
-- en: Orders cancelled for any other reason stay in the denominator; orders that were never confirmed
-- en: do not enter it. To be left out too: duplicates, test orders and orders cancelled to be re-keyed, later
-- en: shipments opened as orders, third-party sales. The sample data hold none.
WITH confirmed AS (
  SELECT
    order_id,
    CASE
      WHEN status = 'cancelled' AND cancel_reason IN ('stock', 'delay') THEN 1
      ELSE 0
    END AS cancelled_by_retailer
  FROM orders
  WHERE confirmed_at IS NOT NULL
    AND placed_at >= '2026-10-01'
    AND placed_at < '2026-11-01'
)
SELECT
  SUM(cancelled_by_retailer) AS numerator,
  COUNT(*) AS denominator,
  ROUND(100.0 * SUM(cancelled_by_retailer) / COUNT(*), 2) AS value
FROM confirmed;
