-- fr: Contacts reçus en octobre 2026 : appels présentés, décrochés ou non, et contacts écrits ;
-- fr: commandes passées le même mois, et contacts pour 100 de ces commandes.
-- en: Contacts received in October 2026: calls offered, answered or not, and written contacts; orders
-- en: placed in the same month, and contacts per 100 of those orders.
WITH placed AS (
  SELECT COUNT(*) AS orders
  FROM orders
  WHERE placed_at >= '2026-10-01'
    AND placed_at < '2026-11-01'
)
SELECT
  placed.orders AS denominator,
  COUNT(contacts.contact_id) AS value,
  ROUND(100.0 * COUNT(contacts.contact_id) / placed.orders, 2) AS per_hundred
FROM placed
CROSS JOIN contacts
WHERE opened_at >= '2026-10-01'
  AND opened_at < '2026-11-01'
GROUP BY placed.orders;
