-- fr: Toutes les sessions commencées en octobre 2026, robots exclus, et celles qui mènent à une commande
-- fr: en ligne confirmée. On compte des sessions, pas des commandes : deux commandes dans une même session
-- fr: font une seule session convertie.
-- en: All sessions that started in October 2026, bots left out, and those with a confirmed online order.
-- en: It counts sessions, not orders: two orders in one session still make one converted session.
SELECT
  COUNT(DISTINCT CASE WHEN orders.confirmed_at IS NOT NULL THEN sessions.session_id END) AS numerator,
  COUNT(DISTINCT sessions.session_id) AS denominator,
  ROUND(
    100.0 * COUNT(DISTINCT CASE WHEN orders.confirmed_at IS NOT NULL THEN sessions.session_id END)
    / NULLIF(COUNT(DISTINCT sessions.session_id), 0),
    2
  ) AS value
FROM sessions
LEFT JOIN orders
  ON orders.order_id = sessions.order_id
  AND orders.channel IN ('web', 'app')
WHERE sessions.is_bot = 0
  AND sessions.started_at >= '2026-10-01'
  AND sessions.started_at < '2026-11-01';
