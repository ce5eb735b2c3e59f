-- fr: Sessions avec panier, commencées en octobre 2026, robots exclus. La commande compte dès que le
-- fr: paiement est accepté (confirmed_at), même si elle est annulée ensuite ou confirmée après minuit.
-- en: Sessions with a basket that started in October 2026, bots left out. The order counts once payment
-- en: is accepted (confirmed_at), even if it is cancelled later or confirmed after midnight.
SELECT
  COUNT(orders.confirmed_at) AS numerator,
  COUNT(*) AS denominator,
  ROUND(100.0 * COUNT(orders.confirmed_at) / NULLIF(COUNT(*), 0), 2) AS value
FROM sessions
LEFT JOIN orders
  ON orders.order_id = sessions.order_id
WHERE sessions.is_bot = 0
  AND sessions.added_to_cart = 1
  AND sessions.started_at >= '2026-10-01'
  AND sessions.started_at < '2026-11-01';
