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
weekly_sales AS (
  -- fr: Ventes d'une semaine : le coût d'achat des ventes de l'année, divisé par ses 365 jours, y compris ceux
  -- fr: où rien ne s'est vendu, et multiplié par sept.
  -- en: Sales of one week: the year's cost of goods sold, divided by its 365 days, including any on which
  -- en: nothing was sold, and multiplied by seven.
  SELECT SUM(cost_of_sales) * 7.0 / 365 AS amount
  FROM sales
  WHERE day BETWEEN '2025-11-01' AND '2026-10-31'
)
SELECT
  ROUND(average_stock.amount) AS numerator,
  ROUND(weekly_sales.amount) AS denominator,
  ROUND(average_stock.amount / weekly_sales.amount, 2) AS value
FROM average_stock
CROSS JOIN weekly_sales;
