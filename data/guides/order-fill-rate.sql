-- fr: Commandes dont la première promesse tombe en octobre 2026, servies avec toutes les unités de toutes
-- fr: leurs lignes.
-- en: Orders first promised for October 2026 and served with every unit of every line.
-- fr: À écarter aussi : doublons, tests, annulations pour ressaisie, lignes d'un tiers, services, garanties et
-- fr: licences, dates repoussées par le client, articles envoyés en échange ou pour en remplacer un défectueux,
-- fr: réexpéditions. À compter à part : commandes sans date promise. Les données d'exemple n'en contiennent pas.
-- en: To be left out too: duplicates, test orders and orders cancelled to be re-keyed, third-party lines, services,
-- en: warranties and licences, dates put back by the customer, items sent in exchange or to replace a faulty one,
-- en: reshipments. To be counted apart: orders without a promised date. The sample data hold none.
WITH due AS (
  SELECT
    order_id,
    -- fr: Une commande prête et jamais retirée a été préparée : elle n'est pas un échec.
    -- en: An order that was ready and never collected has been picked: it is no failure.
    CASE WHEN status = 'cancelled' AND cancel_reason <> 'uncollected' THEN 1 ELSE 0 END AS cancelled
  FROM orders
  WHERE confirmed_at IS NOT NULL
    AND first_promised_on >= '2026-10-01'
    AND first_promised_on < '2026-11-01'
    -- fr: Toutes les annulations du fait de l'enseigne restent comptées : ces commandes n'ont pas été servies.
    -- en: All of the retailer's own cancellations stay in: those orders were not served.
    AND (cancel_reason IS NULL OR cancel_reason NOT IN ('customer', 'payment', 'fraud'))
),
judged AS (
  SELECT
    due.order_id,
    CASE
      WHEN due.cancelled = 0
        AND SUM(CASE WHEN i.quantity_shipped < i.quantity THEN 1 ELSE 0 END) = 0 THEN 1
      ELSE 0
    END AS in_full
  FROM due
  JOIN order_items AS i ON i.order_id = due.order_id
  GROUP BY due.order_id, due.cancelled
)
SELECT
  SUM(in_full) AS numerator,
  COUNT(*) AS denominator,
  ROUND(100.0 * SUM(in_full) / COUNT(*), 2) AS value
FROM judged;
