WITH readings AS (
  -- one reading per item, channel and day: out of stock when no location of the channel can sell it
  SELECT day, channel, product_id, 1 - MAX(sellable) AS out_of_stock
  FROM stock_days
  WHERE day BETWEEN '2026-10-01' AND '2026-10-31'
    AND listed = 1
  GROUP BY day, channel, product_id
)
SELECT
  SUM(out_of_stock) AS numerator,
  COUNT(*) AS denominator,
  ROUND(100.0 * SUM(out_of_stock) / COUNT(*), 2) AS value
FROM readings;
