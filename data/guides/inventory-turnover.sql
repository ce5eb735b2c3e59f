WITH month_ends AS (
  -- fr: Stock moyen : le dernier relevé de chaque mois. Les données d'exemple ne couvrent qu'un mois.
  -- en: Average stock: the last reading of each month. The sample data hold one month only.
  SELECT day, SUM(value_at_cost) AS stock_value
  FROM stock_days
  WHERE day IN (SELECT MAX(day) FROM stock_days GROUP BY SUBSTR(CAST(day AS TEXT), 1, 7))
  -- bigquery: WHERE day IN (SELECT MAX(day) FROM stock_days GROUP BY SUBSTR(CAST(day AS STRING), 1, 7))
  GROUP BY day
),
average_stock AS (
  SELECT AVG(stock_value) AS amount
  FROM month_ends
),
goods_sold AS (
  -- fr: Coût d'achat des ventes des douze mois clos à fin octobre 2026.
  -- en: Cost of goods sold over the twelve months to the end of October 2026.
  SELECT SUM(cost_of_sales) AS amount
  FROM sales
  WHERE day BETWEEN '2025-11-01' AND '2026-10-31'
)
SELECT
  ROUND(goods_sold.amount) AS numerator,
  ROUND(average_stock.amount) AS denominator,
  ROUND(1.0 * goods_sold.amount / average_stock.amount, 2) AS value
FROM goods_sold
CROSS JOIN average_stock;
