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
weekly_sales AS (
  -- the year's cost of goods sold, over as many weeks as it has days divided by seven
  SELECT SUM(cost_of_sales) * 7.0 / COUNT(DISTINCT day) AS amount
  FROM sales
  WHERE day BETWEEN '2025-11-01' AND '2026-10-31'
)
SELECT
  ROUND(average_stock.amount) AS numerator,
  ROUND(weekly_sales.amount) AS denominator,
  ROUND(average_stock.amount / weekly_sales.amount, 2) AS value
FROM average_stock
CROSS JOIN weekly_sales;
