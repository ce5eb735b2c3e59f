-- fr: Sessions commencées en octobre 2026, robots exclus. Un achat express, ou un panier enregistré que
-- fr: le client rouvre, compte déjà comme un ajout (added_to_cart). Si votre marquage ne les voit pas,
-- fr: compter aussi comme ajout toute session qui porte un order_id.
-- en: Sessions that started in October 2026, bots left out. An express purchase, or a saved basket that
-- en: is opened again, already counts as an addition (added_to_cart). If your tags miss them, count
-- en: every session that has an order_id as an addition too.
SELECT
  SUM(added_to_cart) AS numerator,
  COUNT(*) AS denominator,
  ROUND(100.0 * SUM(added_to_cart) / NULLIF(COUNT(*), 0), 2) AS value
FROM sessions
WHERE is_bot = 0
  AND started_at >= '2026-10-01'
  AND started_at < '2026-11-01';
