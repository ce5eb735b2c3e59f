-- Goods handed over in October in all channels, excluding VAT and delivery fees, less the returns
-- accepted in October. net_sales is net of discounts and still before returns.
SELECT
  ROUND(SUM(net_sales - returns_value), 2) AS value
FROM sales
WHERE day >= '2026-10-01'
  AND day < '2026-11-01';
