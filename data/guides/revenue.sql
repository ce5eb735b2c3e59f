-- fr: Marchandises remises au client en octobre 2026 dans tous les canaux, hors TVA et hors frais de
-- fr: livraison, moins les retours acceptés dans le mois. Le montant net_sales est net de remises, avant
-- fr: retours.
-- en: Goods handed over in October 2026 in all channels, excluding VAT and delivery fees, less the returns
-- en: accepted in the month. The amount net_sales is net of discounts, before returns.
SELECT
  ROUND(SUM(net_sales - returns_value), 2) AS value
FROM sales
WHERE day >= '2026-10-01'
  AND day < '2026-11-01';
