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
goods_sold AS (
  SELECT SUM(cost_of_sales) AS amount
  FROM sales
  WHERE day BETWEEN '2025-11-01' AND '2026-10-31'
)
SELECT
  ROUND(goods_sold.amount) AS numerator,
  ROUND(average_stock.amount) AS denominator,
  ROUND(goods_sold.amount / average_stock.amount, 2) AS value
FROM goods_sold
CROSS JOIN average_stock;
