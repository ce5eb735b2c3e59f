WITH month_ends AS (
  -- the last reading of each month; the sample holds one month only
  SELECT day, SUM(value_at_cost) AS stock_value
  FROM stock_days
  WHERE day IN (SELECT MAX(day) FROM stock_days GROUP BY SUBSTR(day, 1, 7))
  GROUP BY day
),
average_stock AS (
  SELECT AVG(stock_value) AS amount
  FROM month_ends
),
holding AS (
  -- every kind counts here; the calculator leaves 'capital' out
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
