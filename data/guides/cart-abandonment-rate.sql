-- fr: Sessions avec panier, commencées en octobre 2026, robots exclus. Sans commande, ou avec une
-- fr: commande dont le paiement n'a jamais été accepté (confirmed_at est vide), le panier est abandonné.
-- fr: Une commande annulée plus tard n'est pas un abandon.
-- en: Sessions with a basket that started in October 2026, bots left out. With no order, or an order
-- en: whose payment was never accepted (confirmed_at is empty), the basket is abandoned. An order that
-- en: is cancelled later is not an abandonment.
WITH carts AS (
  SELECT
    CASE WHEN orders.confirmed_at IS NULL THEN 1 ELSE 0 END AS abandoned
  FROM sessions
  LEFT JOIN orders
    ON orders.order_id = sessions.order_id
  WHERE sessions.is_bot = 0
    AND sessions.added_to_cart = 1
    AND sessions.started_at >= '2026-10-01'
    AND sessions.started_at < '2026-11-01'
)
SELECT
  SUM(abandoned) AS numerator,
  COUNT(*) AS denominator,
  ROUND(100.0 * SUM(abandoned) / NULLIF(COUNT(*), 0), 2) AS value
FROM carts;
