WITH readings AS (
  -- fr: Un relevé par article, par canal et par jour d'octobre 2026. Une seule unité vendable dans le
  -- fr: canal suffit pour que l'article soit disponible.
  -- en: One reading per item, channel and day of October 2026. One sellable unit in the channel is enough
  -- en: for the item to be in stock.
  SELECT day, channel, product_id, MAX(sellable) AS in_stock
  FROM stock_days
  WHERE day BETWEEN '2026-10-01' AND '2026-10-31'
    AND listed = 1
  GROUP BY day, channel, product_id
)
SELECT
  SUM(in_stock) AS numerator,
  COUNT(*) AS denominator,
  ROUND(100.0 * SUM(in_stock) / COUNT(*), 2) AS value
FROM readings;
