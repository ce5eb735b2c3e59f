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
holding AS (
  -- fr: Toutes les natures de coût comptent ici. Le calculateur, lui, laisse de côté le coût du capital.
  -- en: Every kind of cost counts here. The calculator leaves out the cost of capital.
  SELECT SUM(amount) AS amount
  FROM holding_costs
  WHERE month BETWEEN '2025-11-01' AND '2026-10-01'
)
SELECT
  ROUND(holding.amount) AS numerator,
  ROUND(average_stock.amount) AS denominator,
  ROUND(100.0 * holding.amount / average_stock.amount, 2) AS value
FROM holding
CROSS JOIN average_stock;
